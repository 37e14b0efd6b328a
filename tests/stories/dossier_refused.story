# Không đồng ý thì không giữ gì, vẫn hỏi đáp được.
at: 2027-04-10T09:00
> làm hồ sơ
< Anh/chị chưa có hồ sơ nào ở đây. Tôi hỏi từng câu ngắn, anh/chị trả lời bằng lời của mình, rồi tôi làm thành giấy tờ để in ra ký.
  [Làm hồ sơ mới] [Làm giúp người khác] [Menu]
>> [Làm hồ sơ mới]
< Trước khi hỏi tên tuổi, tôi xin phép anh/chị. Mỗi việc một câu, đồng ý hay không đều được, sau này đổi ý được.
< Xin phép: Làm và nộp hồ sơ
  ~
  Để làm hồ sơ, tôi cần giữ: tên, năm sinh, nơi ở, số điện thoại của tác giả và những gì anh/chị kể, gửi. Người chịu trách nhiệm: Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh (cơ quan thường trực Hội thi). Cán bộ nhận hồ sơ, người chấm và người anh/chị nhờ giúp được xem. Giữ đến 31/12/2028, rồi xóa. Không cần ảnh căn cước, không hỏi dân tộc.
  [Đồng ý] [Không đồng ý]
>> [Không đồng ý]
< Vâng, tôi không giữ gì và không làm hồ sơ qua chat. Anh/chị vẫn hỏi đáp được, và làm hồ sơ giấy được: xem hồ sơ gồm gì, hoặc bấm «Gặp cán bộ». Đổi ý thì bấm «Làm hồ sơ mới».
  [Làm hồ sơ mới] [Hồ sơ gồm những gì?] [Gặp cán bộ] [Menu]
> hồ sơ gồm những gì?
< Ai đứng tên dự thi?
  [Một người] [Một nhóm] [Cơ quan, doanh nghiệp, HTX] [Menu]
> dữ liệu của tôi
< Những gì trợ lý đang giữ về anh/chị ở chat này:
  ~
  Không có hồ sơ nào. Tin nhắn được xóa sau một thời gian.
  ~
  Anh/chị đã trả lời khi tôi xin phép:
  ✗ Làm và nộp hồ sơ: không, 09:00, 10/4/2027
  ~
  Tin chung của Hội thi: anh/chị đang nhận. Không gửi ban đêm, lúc nào cũng tắt được.
  ~
  Anh/chị được lấy bản sao, xin sửa, rút lại đồng ý, hoặc xin xóa.
  [Lấy bản sao] [Xin sửa] [Rút lại đồng ý] [Xin xóa hết] [Không nhận tin nữa] [Gặp cán bộ] [Menu]

# Đêm cuối: một giây trước hạn còn sửa được, một giây sau thì khóa, và ghi lại ý muốn nộp.
at: 2027-05-30T23:50
> làm hồ sơ
< Anh/chị chưa có hồ sơ nào ở đây. Tôi hỏi từng câu ngắn, anh/chị trả lời bằng lời của mình, rồi tôi làm thành giấy tờ để in ra ký.
  [Làm hồ sơ mới] [Làm giúp người khác] [Menu]
>> [Làm hồ sơ mới]
< Trước khi hỏi tên tuổi, tôi xin phép anh/chị. Mỗi việc một câu, đồng ý hay không đều được, sau này đổi ý được.
< Xin phép: Làm và nộp hồ sơ
  ~
  Để làm hồ sơ, tôi cần giữ: tên, năm sinh, nơi ở, số điện thoại của tác giả và những gì anh/chị kể, gửi. Người chịu trách nhiệm: Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh (cơ quan thường trực Hội thi). Cán bộ nhận hồ sơ, người chấm và người anh/chị nhờ giúp được xem. Giữ đến 31/12/2028, rồi xóa. Không cần ảnh căn cước, không hỏi dân tộc.
  [Đồng ý] [Không đồng ý]
>> [Đồng ý]
< Xin phép: Cán bộ liên lạc về hồ sơ
  ~
  Cán bộ của Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh (cơ quan thường trực Hội thi) có thể nhắn hoặc gọi cho anh/chị về hồ sơ này, ví dụ khi thiếu giấy.
  [Đồng ý] [Không đồng ý] [Quay lại]
>> [Đồng ý]
< Xin phép: Nhắc khi còn thiếu
  ~
  Tôi nhắn nhắc khi gần hạn mà hồ sơ còn thiếu. Không nhắn ban đêm, lúc nào cũng tắt được.
  [Đồng ý] [Không đồng ý] [Quay lại]
>> [Đồng ý]
< Đã mở hồ sơ số CZ6-EN6. Ghi lại số này để khi cần thì đọc cho cán bộ. Làm lúc nào cũng được, nghỉ bao lâu cũng không mất.
< Ai sẽ đứng tên dự thi?
  (Đã xong 0/16. Còn thiếu: Ai đứng tên, Tên đơn vị, Tên giải pháp và 13 mục nữa.)
  [Một người] [Một nhóm] [Cơ quan, doanh nghiệp, HTX]
>> [Một người]
< Giải pháp của mình tên là gì? Gọi sao cho người nghe hiểu ngay nó làm việc gì.
  ~
  Ví dụ: Máy tách hạt ngô chạy mô-tơ xe máy cũ
  (Đã xong 1/15. Còn thiếu: Tên giải pháp, Lĩnh vực, Tác giả và 11 mục nữa.)
  [Để sau] [Quay lại]
at: 2027-05-30T23:59:59
> Xe kéo gỗ lên dốc
< Giải pháp thuộc lĩnh vực nào? Không chắc thì kể vài câu nó làm gì, tôi gợi ý.
  (Đã xong 2/15. Còn thiếu: Lĩnh vực, Tác giả, Làm ra khi nào và 10 mục nữa.)
  [Công nghệ thông tin, điện tử, viễn thông] [Cơ khí tự động hóa, xây dựng, giao thông vận tải] [Vật liệu, hóa chất, năng lượng] [Nông lâm ngư nghiệp, tài nguyên và môi trường] [Y dược] [Giáo dục và đào tạo] [Để sau] [Quay lại]
at: 2027-05-31T00:00:00
>> [Cơ khí tự động hóa, xây dựng, giao thông vận tải]
< Đã hết hạn nhận hồ sơ nên hồ sơ khóa lại. Những gì anh/chị đã gửi vẫn còn nguyên.
  [Tôi vẫn muốn nộp] [Gặp cán bộ]
< Hồ sơ CZ6-EN6: đang làm
  Xe kéo gỗ lên dốc
  ~
  Đã xong 2/15 mục.
  ○ Lĩnh vực
  ○ Tác giả
  ○ Làm ra khi nào
  ○ Vì sao làm
  ○ Trước đây làm thế nào
  ○ Mình làm gì
  ○ Mới ở chỗ nào
  ○ Đã dùng ở đâu, ai dùng được
  ○ Lợi gì
  ○ Ảnh, video giải pháp
  ○ Bản vẽ, sơ đồ
  ○ Bằng chứng hiệu quả
  ○ Xác nhận của đơn vị hoặc xã, phường
  ~
  Đã hết hạn nhận hồ sơ nên hồ sơ khóa lại. Những gì anh/chị đã gửi vẫn còn nguyên.
  [Giấy tờ để in] [Mở trên máy khác] [Tôi vẫn muốn nộp] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> {xe.jpg}
< Đã hết hạn nhận hồ sơ. Tệp vừa gửi được giữ lại, ghi rõ giờ bắt đầu gửi và giờ tới nơi để cán bộ xem xét. Tôi không hứa trước được.
  [Tôi vẫn muốn nộp] [Gặp cán bộ]
< Hồ sơ CZ6-EN6: đang làm
  Xe kéo gỗ lên dốc
  ~
  Đã xong 2/15 mục.
  ○ Lĩnh vực
  ○ Tác giả
  ○ Làm ra khi nào
  ○ Vì sao làm
  ○ Trước đây làm thế nào
  ○ Mình làm gì
  ○ Mới ở chỗ nào
  ○ Đã dùng ở đâu, ai dùng được
  ○ Lợi gì
  ○ Ảnh, video giải pháp
  ○ Bản vẽ, sơ đồ
  ○ Bằng chứng hiệu quả
  ○ Xác nhận của đơn vị hoặc xã, phường
  ~
  Đã hết hạn nhận hồ sơ nên hồ sơ khóa lại. Những gì anh/chị đã gửi vẫn còn nguyên.
  [Giấy tờ để in] [Mở trên máy khác] [Tôi vẫn muốn nộp] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Tôi vẫn muốn nộp]
< Đã ghi là anh/chị muốn nộp, lúc 00:00, 31/5/2027. Có nhận hay không do Ban Tổ chức quyết định; tôi không hứa trước được. Cần gấp thì bấm «Gặp cán bộ».
  [Gặp cán bộ] [Menu] [Tiếp tục: Hồ sơ CZ6-EN6]
> hồ sơ của tôi
< Hồ sơ CZ6-EN6: đang làm
  Xe kéo gỗ lên dốc
  ~
  Đã xong 2/15 mục.
  ○ Lĩnh vực
  ○ Tác giả
  ○ Làm ra khi nào
  ○ Vì sao làm
  ○ Trước đây làm thế nào
  ○ Mình làm gì
  ○ Mới ở chỗ nào
  ○ Đã dùng ở đâu, ai dùng được
  ○ Lợi gì
  ○ Ảnh, video giải pháp
  ○ Bản vẽ, sơ đồ
  ○ Bằng chứng hiệu quả
  ○ Xác nhận của đơn vị hoặc xã, phường
  ~
  Đã hết hạn nhận hồ sơ nên hồ sơ khóa lại. Những gì anh/chị đã gửi vẫn còn nguyên.
  [Giấy tờ để in] [Mở trên máy khác] [Tôi vẫn muốn nộp] [Rút hồ sơ] [Gặp cán bộ] [Menu]
> làm hồ sơ mới
< Bấm «Làm hồ sơ dự thi», rồi «Làm hồ sơ mới». Tôi xin phép trước, rồi hỏi từng câu ngắn, có ví dụ; anh/chị gõ, nói thành ghi âm, gửi ảnh. Nghỉ rồi làm tiếp được. Đủ mục thì in ra ký, và bấm «Nộp hồ sơ». Đã qua hạn nộp hồ sơ (30/5/2027).
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  [Hồ sơ của tôi] [Hồ sơ gồm những gì?] [Không đúng ý tôi] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]

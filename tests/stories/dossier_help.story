# Cán bộ xã làm giúp bà Mẫu: có ghi âm đồng ý, in phiếu mã; bà nhận lại thì cán bộ thôi xem được.
at: 2027-04-10T09:00
as: can_bo_xa
> làm hồ sơ
< Anh/chị chưa có hồ sơ nào ở đây. Tôi hỏi từng câu ngắn, anh/chị trả lời bằng lời của mình, rồi tôi làm thành giấy tờ để in ra ký.
  [Làm hồ sơ mới] [Làm giúp người khác] [Menu]
>> [Làm giúp người khác]
< Làm giúp thì trước hết người ấy phải đồng ý.
  Anh/chị đọc cho người ấy nghe:
  ~
  Để làm hồ sơ, tôi cần giữ: tên, năm sinh, nơi ở, số điện thoại của tác giả và những gì anh/chị kể, gửi. Người chịu trách nhiệm: Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh (cơ quan thường trực Hội thi). Cán bộ nhận hồ sơ, người chấm và người anh/chị nhờ giúp được xem. Giữ đến 31/12/2028, rồi xóa. Không cần ảnh căn cước, không hỏi dân tộc.
  ~
  Rồi gửi vào đây một trong hai: ghi âm người ấy nói «tôi đồng ý», hoặc ảnh giấy đồng ý có chữ ký.
  [Menu]
>> {giay.txt}
< Tôi cần ghi âm lời đồng ý, hoặc ảnh giấy có chữ ký. Anh/chị gửi lại giúp.
< Làm giúp thì trước hết người ấy phải đồng ý.
  Anh/chị đọc cho người ấy nghe:
  ~
  Để làm hồ sơ, tôi cần giữ: tên, năm sinh, nơi ở, số điện thoại của tác giả và những gì anh/chị kể, gửi. Người chịu trách nhiệm: Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh (cơ quan thường trực Hội thi). Cán bộ nhận hồ sơ, người chấm và người anh/chị nhờ giúp được xem. Giữ đến 31/12/2028, rồi xóa. Không cần ảnh căn cước, không hỏi dân tộc.
  ~
  Rồi gửi vào đây một trong hai: ghi âm người ấy nói «tôi đồng ý», hoặc ảnh giấy đồng ý có chữ ký.
  [Menu]
>> {dong_y.wav}
< Đã mở hồ sơ số CZ6-EN6 làm giúp người khác. Hồ sơ ghi rõ là có người làm giúp. Cuối cùng anh/chị in phiếu mã để người ấy nhận lại.
< Ai sẽ đứng tên dự thi?
  (Đã xong 0/16. Còn thiếu: Ai đứng tên, Tên đơn vị, Tên giải pháp và 13 mục nữa.)
  [Một người] [Một nhóm] [Cơ quan, doanh nghiệp, HTX]
>> [Một người]
< Giải pháp của mình tên là gì? Gọi sao cho người nghe hiểu ngay nó làm việc gì.
  ~
  Ví dụ: Máy tách hạt ngô chạy mô-tơ xe máy cũ
  (Đã xong 1/15. Còn thiếu: Tên giải pháp, Lĩnh vực, Tác giả và 11 mục nữa.)
  [Để sau] [Quay lại]
> Bếp đun tiết kiệm củi
< Giải pháp thuộc lĩnh vực nào? Không chắc thì kể vài câu nó làm gì, tôi gợi ý.
  (Đã xong 2/15. Còn thiếu: Lĩnh vực, Tác giả, Làm ra khi nào và 10 mục nữa.)
  [Công nghệ thông tin, điện tử, viễn thông] [Cơ khí tự động hóa, xây dựng, giao thông vận tải] [Vật liệu, hóa chất, năng lượng] [Nông lâm ngư nghiệp, tài nguyên và môi trường] [Y dược] [Giáo dục và đào tạo] [Để sau] [Quay lại]
> hồ sơ của tôi
< Hồ sơ CZ6-EN6: đang làm
  Bếp đun tiết kiệm củi
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
  Còn 50 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Làm tiếp: Lĩnh vực] [Xem, sửa từng mục] [Giấy tờ để in] [Phiếu cho người có hồ sơ] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Phiếu cho người có hồ sơ]
< In phiếu này đưa cho người có hồ sơ, hoặc đọc mã cho họ. Ai có mã thì nhận được hồ sơ; khi họ nhận, anh/chị thôi xem được.
  ~
  34V-K5D-L3N
  ~
  Người ấy mở http://127.0.0.1:8080, gõ mã, rồi bấm «Đúng, tôi đồng ý và nhận».
  {phieu-nhan-ho-so-CZ6-EN6.pdf}
  [Về hồ sơ] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
as: ba_mau
> @code
< Có người đã làm giúp hồ sơ «Bếp đun tiết kiệm củi». Đây có phải hồ sơ của anh/chị? Nhận về thì người làm giúp thôi xem được.
  ~
  Để làm hồ sơ, tôi cần giữ: tên, năm sinh, nơi ở, số điện thoại của tác giả và những gì anh/chị kể, gửi. Người chịu trách nhiệm: Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh (cơ quan thường trực Hội thi). Cán bộ nhận hồ sơ, người chấm và người anh/chị nhờ giúp được xem. Giữ đến 31/12/2028, rồi xóa. Không cần ảnh căn cước, không hỏi dân tộc.
  [Đúng, tôi đồng ý và nhận] [Không phải của tôi] [Menu]
>> [Đúng, tôi đồng ý và nhận]
< Hồ sơ CZ6-EN6 giờ là của anh/chị.
  [Xem hồ sơ] [Nhắc tôi khi gần hạn] [Menu]
>> [Xem hồ sơ]
< Hồ sơ CZ6-EN6: đang làm
  Bếp đun tiết kiệm củi
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
  Còn 50 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Làm tiếp: Lĩnh vực] [Xem, sửa từng mục] [Giấy tờ để in] [Mở trên máy khác] [Nhắc tôi khi gần hạn] [Rút hồ sơ] [Gặp cán bộ] [Menu]
as: can_bo_xa
> hồ sơ của tôi
< Anh/chị chưa có hồ sơ nào ở đây. Tôi hỏi từng câu ngắn, anh/chị trả lời bằng lời của mình, rồi tôi làm thành giấy tờ để in ra ký.
  [Làm hồ sơ mới] [Làm giúp người khác] [Menu]
> @number
< Hồ sơ này được làm ở một chat khác. Muốn nhận về đây thì cần mã nhận hồ sơ, hoặc bấm «Gặp cán bộ».
  [Gặp cán bộ] [Menu]
as: ba_mau
> dữ liệu của tôi
< Những gì trợ lý đang giữ về anh/chị ở chat này:
  ~
  1 hồ sơ:
  - CZ6-EN6 · Bếp đun tiết kiệm củi · đang làm
  ~
  0 tệp trong hồ sơ (ảnh, giấy tờ, ghi âm).
  ~
  Tên của 1 điều tôi đã trả lời (không giữ lời), để báo lại nếu điều đó đổi. Hội thi xong thì xóa.
  ~
  Anh/chị đã trả lời khi tôi xin phép:
  ✓ Làm và nộp hồ sơ: đồng ý, 09:00, 10/4/2027
  ~
  Tin chung của Hội thi: anh/chị đang nhận. Không gửi ban đêm, lúc nào cũng tắt được.
  ~
  Anh/chị được lấy bản sao, xin sửa, rút lại đồng ý, hoặc xin xóa.
  [Lấy bản sao] [Xin sửa] [Rút lại đồng ý] [Xin xóa hết] [Không nhận tin nữa] [Gặp cán bộ] [Menu] [Tiếp tục: Hồ sơ CZ6-EN6]
>> [Lấy bản sao]
< Đây là tất cả những gì đang giữ về anh/chị trong các hồ sơ ở chat này.
  {du-lieu-cua-toi.zip}
  [Dữ liệu của tôi] [Menu] [Tiếp tục: Hồ sơ CZ6-EN6]
>> [Dữ liệu của tôi]
< Những gì trợ lý đang giữ về anh/chị ở chat này:
  ~
  1 hồ sơ:
  - CZ6-EN6 · Bếp đun tiết kiệm củi · đang làm
  ~
  0 tệp trong hồ sơ (ảnh, giấy tờ, ghi âm).
  ~
  Tên của 1 điều tôi đã trả lời (không giữ lời), để báo lại nếu điều đó đổi. Hội thi xong thì xóa.
  ~
  Anh/chị đã trả lời khi tôi xin phép:
  ✓ Làm và nộp hồ sơ: đồng ý, 09:00, 10/4/2027
  ~
  Tin chung của Hội thi: anh/chị đang nhận. Không gửi ban đêm, lúc nào cũng tắt được.
  ~
  Anh/chị được lấy bản sao, xin sửa, rút lại đồng ý, hoặc xin xóa.
  [Lấy bản sao] [Xin sửa] [Rút lại đồng ý] [Xin xóa hết] [Không nhận tin nữa] [Gặp cán bộ] [Menu] [Tiếp tục: Hồ sơ CZ6-EN6]
>> [Rút lại đồng ý]
< Anh/chị muốn rút lại điều nào?
  [Làm và nộp hồ sơ] [Dữ liệu của tôi] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> [Làm và nộp hồ sơ]
< Đã ghi là anh/chị rút lại đồng ý; cán bộ sẽ ngừng dùng dữ liệu cho việc ấy. Không dự thi nữa thì mở «Hồ sơ của tôi», bấm «Rút hồ sơ».
  ~
  Theo luật: trả lời chậm nhất 13/4/2027, làm xong chậm nhất 25/4/2027.
  [Dữ liệu của tôi] [Gặp cán bộ] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> [Dữ liệu của tôi]
< Những gì trợ lý đang giữ về anh/chị ở chat này:
  ~
  1 hồ sơ:
  - CZ6-EN6 · Bếp đun tiết kiệm củi · đang làm
  ~
  0 tệp trong hồ sơ (ảnh, giấy tờ, ghi âm).
  ~
  Tên của 1 điều tôi đã trả lời (không giữ lời), để báo lại nếu điều đó đổi. Hội thi xong thì xóa.
  ~
  Anh/chị đã trả lời khi tôi xin phép:
  ✗ Làm và nộp hồ sơ: không, 09:00, 10/4/2027
  ~
  Tin chung của Hội thi: anh/chị đang nhận. Không gửi ban đêm, lúc nào cũng tắt được.
  ~
  Anh/chị được lấy bản sao, xin sửa, rút lại đồng ý, hoặc xin xóa.
  [Lấy bản sao] [Xin sửa] [Rút lại đồng ý] [Xin xóa hết] [Không nhận tin nữa] [Gặp cán bộ] [Menu] [Tiếp tục: Hồ sơ CZ6-EN6]
>> [Xin xóa hết]
< Xóa hết hồ sơ, ảnh, tin nhắn của anh/chị ở đây? Xóa rồi không lấy lại được, và không còn dự thi bằng hồ sơ ấy.
  [Không xóa] [Xóa hết] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> [Xóa hết]
< Đã ghi yêu cầu xóa. Cán bộ làm và báo lại anh/chị ở đây.
  ~
  Theo luật: trả lời chậm nhất 13/4/2027, làm xong chậm nhất 30/4/2027.
  [Dữ liệu của tôi] [Gặp cán bộ] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]

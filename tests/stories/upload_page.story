# Bác Thử quay phim máy chạy, phim lớn quá: gửi qua trang của Hội thi, lúc đã sang câu khác.
at: 2027-03-01T19:30
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
> Xe kéo gỗ lên dốc
< Giải pháp thuộc lĩnh vực nào? Không chắc thì kể vài câu nó làm gì, tôi gợi ý.
  (Đã xong 2/15. Còn thiếu: Lĩnh vực, Tác giả, Làm ra khi nào và 10 mục nữa.)
  [Công nghệ thông tin, điện tử, viễn thông] [Cơ khí tự động hóa, xây dựng, giao thông vận tải] [Vật liệu, hóa chất, năng lượng] [Nông lâm ngư nghiệp, tài nguyên và môi trường] [Y dược] [Giáo dục và đào tạo] [Để sau] [Quay lại]

# Phim gửi giữa chừng, khi đang hỏi câu khác: vào mục ảnh, câu đang hỏi vẫn còn đó.
>> {45 MB: xe_len_doc.mp4} xe đang kéo
< Tệp này lớn quá, ứng dụng này không chuyển được. Bấm nút dưới để gửi qua trang của Hội thi; nút dùng được trong 30 phút.
  ~
  Tệp sẽ vào mục «Ảnh, video giải pháp».
  ~
  Mở trang gửi tệp: http://127.0.0.1:8080/u/trang-1
  [Gửi bằng trang web] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> {45 MB: xe_xuong_doc.mp4}
< Tệp này lớn quá, ứng dụng này không chuyển được. Bấm nút dưới để gửi qua trang của Hội thi; nút dùng được trong 30 phút.
  ~
  Tệp sẽ vào mục «Ảnh, video giải pháp».
  ~
  Mở trang gửi tệp: http://127.0.0.1:8080/u/trang-2
  [Gửi bằng trang web] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> page {xe_len_doc.mp4, xe.jpg}
< Tôi xếp vào mục «Ảnh, video giải pháp».
  ~
  Mục «Ảnh, video giải pháp»: đã nhận 2 tệp.
  [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]

# Tệp nhỏ mà ứng dụng không chuyển; nút cũ hết giờ thì lấy trang mới.
> hồ sơ của tôi
< Hồ sơ CZ6-EN6: đang làm
  Xe kéo gỗ lên dốc
  ~
  Đã xong 3/15 mục.
  ○ Lĩnh vực
  ○ Tác giả
  ○ Làm ra khi nào
  ○ Vì sao làm
  ○ Trước đây làm thế nào
  ○ Mình làm gì
  ○ Mới ở chỗ nào
  ○ Đã dùng ở đâu, ai dùng được
  ○ Lợi gì
  ○ Bản vẽ, sơ đồ
  ○ Bằng chứng hiệu quả
  ○ Xác nhận của đơn vị hoặc xã, phường
  ~
  Còn 90 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Làm tiếp: Lĩnh vực] [Xem, sửa từng mục] [Giấy tờ để in] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> {3 MB: ban_ve.pdf}
< Ứng dụng này không chuyển được loại tệp này. Bấm nút dưới để gửi qua trang của Hội thi; nút dùng được trong 30 phút.
  ~
  Tệp sẽ vào mục «Bản vẽ, sơ đồ».
  ~
  Mở trang gửi tệp: http://127.0.0.1:8080/u/trang-3
  [Gửi bằng trang web] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
at: 2027-03-01T20:30
>> [Gửi bằng trang web]
< Trang mới đây. Bấm nút dưới để gửi tệp qua trang của Hội thi; nút dùng được trong 30 phút.
  ~
  Tệp sẽ vào mục «Bản vẽ, sơ đồ».
  ~
  Mở trang gửi tệp: http://127.0.0.1:8080/u/trang-4
  [Gửi bằng trang web] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> page {ban_ve.pdf}
< Tôi xếp vào mục «Bản vẽ, sơ đồ».
  ~
  Mục «Bản vẽ, sơ đồ»: đã nhận 1 tệp.
< Hồ sơ CZ6-EN6: đang làm
  Xe kéo gỗ lên dốc
  ~
  Đã xong 4/15 mục.
  ○ Lĩnh vực
  ○ Tác giả
  ○ Làm ra khi nào
  ○ Vì sao làm
  ○ Trước đây làm thế nào
  ○ Mình làm gì
  ○ Mới ở chỗ nào
  ○ Đã dùng ở đâu, ai dùng được
  ○ Lợi gì
  ○ Bằng chứng hiệu quả
  ○ Xác nhận của đơn vị hoặc xã, phường
  ~
  Còn 90 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Làm tiếp: Lĩnh vực] [Xem, sửa từng mục] [Giấy tờ để in] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]

# Đang ở mục nào thì tệp vào mục ấy.
>> [Xem, sửa từng mục]
< Anh/chị muốn làm hoặc sửa mục nào?
  [✓ Ai đứng tên] [✓ Tên giải pháp] [○ Lĩnh vực] [○ Tác giả] [○ Làm ra khi nào] [○ Vì sao làm] [○ Trước đây làm thế nào] [○ Mình làm gì] [○ Mới ở chỗ nào] [○ Đã dùng ở đâu, ai dùng được] [○ Lợi gì] [✓ Ảnh, video giải pháp: 2 tệp] [✓ Bản vẽ, sơ đồ: 1 tệp] [○ Bằng chứng hiệu quả] [○ Xác nhận của đơn vị hoặc xã, phường] [Về hồ sơ] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> [○ Bằng chứng hiệu quả]
< Có giấy nhận xét của người đã dùng, sổ ghi số liệu, giấy khen thì chụp gửi.
  ~
  Nhận: ảnh, tệp PDF, tệp Word (.docx), ghi âm, video.
  (Đã xong 2/15. Còn thiếu: Lĩnh vực, Tác giả, Làm ra khi nào và 10 mục nữa.)
  [Tôi không có] [Để sau] [Quay lại]
>> {40 MB: ba_con_ke.wav}
< Tệp này lớn quá, ứng dụng này không chuyển được. Bấm nút dưới để gửi qua trang của Hội thi; nút dùng được trong 30 phút.
  ~
  Tệp sẽ vào mục «Bằng chứng hiệu quả».
  ~
  Mở trang gửi tệp: http://127.0.0.1:8080/u/trang-5
  [Gửi bằng trang web] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> page {ba_con_ke.wav}
< Mục «Bằng chứng hiệu quả»: đã nhận 1 tệp.
  [Xong] [Bỏ tệp 1]
>> [Xong]
< Giải pháp thuộc lĩnh vực nào? Không chắc thì kể vài câu nó làm gì, tôi gợi ý.
  (Đã xong 3/15. Còn thiếu: Lĩnh vực, Tác giả, Làm ra khi nào và 9 mục nữa.)
  [Công nghệ thông tin, điện tử, viễn thông] [Cơ khí tự động hóa, xây dựng, giao thông vận tải] [Vật liệu, hóa chất, năng lượng] [Nông lâm ngư nghiệp, tài nguyên và môi trường] [Y dược] [Giáo dục và đào tạo] [Để sau] [Quay lại]
> english
< From now on I speak English.
< Which field does it belong to? If unsure, tell what it does in a few words and I suggest one.
  (Done 3/15. Missing: Field, Authors, When it was made and 9 more.)
  [Information technology, electronics, telecommunications] [Mechanics and automation, construction, transport] [Materials, chemicals, energy] [Farming, forestry, fishery, natural resources and environment] [Medicine and pharmacy] [Education and training] [Later] [Back]
>> {45 MB: xe_len_doc.mp4}
< This file is too large, this app does not carry it. Press the button below to send it by the contest's own page; the button works for 30 minutes.
  ~
  It will go to the item «Photos and video».
  ~
  Open the page for files: http://127.0.0.1:8080/u/trang-6
  [Send by web page] [Continue: Dossier CZ6-EN6] [Menu]
> tiếng việt
< Từ giờ tôi nói tiếng Việt.
< Giải pháp thuộc lĩnh vực nào? Không chắc thì kể vài câu nó làm gì, tôi gợi ý.
  (Đã xong 3/15. Còn thiếu: Lĩnh vực, Tác giả, Làm ra khi nào và 9 mục nữa.)
  [Công nghệ thông tin, điện tử, viễn thông] [Cơ khí tự động hóa, xây dựng, giao thông vận tải] [Vật liệu, hóa chất, năng lượng] [Nông lâm ngư nghiệp, tài nguyên và môi trường] [Y dược] [Giáo dục và đào tạo] [Để sau] [Quay lại]

# Hồ sơ rút rồi thì nói rõ, tệp không mất.
> hồ sơ của tôi
< Hồ sơ CZ6-EN6: đang làm
  Xe kéo gỗ lên dốc
  ~
  Đã xong 5/15 mục.
  ○ Lĩnh vực
  ○ Tác giả
  ○ Làm ra khi nào
  ○ Vì sao làm
  ○ Trước đây làm thế nào
  ○ Mình làm gì
  ○ Mới ở chỗ nào
  ○ Đã dùng ở đâu, ai dùng được
  ○ Lợi gì
  ○ Xác nhận của đơn vị hoặc xã, phường
  ~
  Còn 90 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Làm tiếp: Lĩnh vực] [Xem, sửa từng mục] [Giấy tờ để in] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Rút hồ sơ]
< Rút hồ sơ này? Những gì đã gửi vẫn giữ, còn hạn thì làm lại được.
  [Không rút] [Rút hồ sơ này] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> [Rút hồ sơ này]
< Đã rút hồ sơ. Những gì anh/chị đã gửi vẫn còn.
< Hồ sơ CZ6-EN6: đã rút
  Xe kéo gỗ lên dốc
  ~
  Đã xong 5/15 mục.
  ○ Lĩnh vực
  ○ Tác giả
  ○ Làm ra khi nào
  ○ Vì sao làm
  ○ Trước đây làm thế nào
  ○ Mình làm gì
  ○ Mới ở chỗ nào
  ○ Đã dùng ở đâu, ai dùng được
  ○ Lợi gì
  ○ Xác nhận của đơn vị hoặc xã, phường
  [Giấy tờ để in] [Mở trên máy khác] [Làm lại hồ sơ này] [Gặp cán bộ] [Menu]
>> page {chay_thu.mp4}
< Đã nhận và giữ 1 tệp.
  ~
  Hồ sơ này đã rút. Muốn làm tiếp thì bấm «Làm lại hồ sơ này».
< Hồ sơ CZ6-EN6: đã rút
  Xe kéo gỗ lên dốc
  ~
  Đã xong 5/15 mục.
  ○ Lĩnh vực
  ○ Tác giả
  ○ Làm ra khi nào
  ○ Vì sao làm
  ○ Trước đây làm thế nào
  ○ Mình làm gì
  ○ Mới ở chỗ nào
  ○ Đã dùng ở đâu, ai dùng được
  ○ Lợi gì
  ○ Xác nhận của đơn vị hoặc xã, phường
  [Giấy tờ để in] [Mở trên máy khác] [Làm lại hồ sơ này] [Gặp cán bộ] [Menu]

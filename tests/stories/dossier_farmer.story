# Bác Thử làm máy tách ngô: kể bằng miệng và bằng chữ, gửi ảnh, nghỉ ba tuần, nộp, sửa rồi nộp lại.
at: 2027-03-01T19:30
> bắt đầu
< Chào anh/chị. Tôi là trợ lý tự động của Hội thi Sáng tạo Kỹ thuật tỉnh Lạng Sơn lần thứ 9 (2026-2027).
  Tôi hướng dẫn dự thi và trả lời câu hỏi; cần người thật thì bấm «Gặp cán bộ».
  [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]
> lam ho so
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
> 1
< Giải pháp của mình tên là gì? Gọi sao cho người nghe hiểu ngay nó làm việc gì.
  ~
  Ví dụ: Máy tách hạt ngô chạy mô-tơ xe máy cũ
  (Đã xong 1/15. Còn thiếu: Tên giải pháp, Lĩnh vực, Tác giả và 11 mục nữa.)
  [Để sau] [Quay lại]
> Máy tách hạt ngô chạy mô-tơ xe máy cũ
< Giải pháp thuộc lĩnh vực nào? Không chắc thì kể vài câu nó làm gì, tôi gợi ý.
  (Đã xong 2/15. Còn thiếu: Lĩnh vực, Tác giả, Làm ra khi nào và 10 mục nữa.)
  [Công nghệ thông tin, điện tử, viễn thông] [Cơ khí tự động hóa, xây dựng, giao thông vận tải] [Vật liệu, hóa chất, năng lượng] [Nông lâm ngư nghiệp, tài nguyên và môi trường] [Y dược] [Giáo dục và đào tạo] [Để sau] [Quay lại]
> máy của tôi tách hạt ngô bằng mô tơ xe máy
< Nghe vậy thì gần nhất là:
  - Cơ khí tự động hóa, xây dựng, giao thông vận tải. Vì gần giống: «máy tách hạt ngô».
  [Cơ khí tự động hóa, xây dựng, giao thông vận tải] [Xem cả các lĩnh vực]
>> [Cơ khí tự động hóa, xây dựng, giao thông vận tải]
< Giờ đến người làm ra giải pháp. Họ và tên đầy đủ của người làm chính là gì?
  ~
  Ghi như trên giấy khai sinh, ví dụ: Nông Văn Thử
  (Đã xong 3/15. Còn thiếu: Tác giả, Làm ra khi nào, Vì sao làm và 9 mục nữa.)
  [Để sau] [Quay lại]
> Nông Văn Thử
< Nông Văn Thử sinh năm nào? Ví dụ 1971.
  [Ghi lại từ đầu]
> sinh năm 71
< Nông Văn Thử ở đâu hoặc làm việc ở đâu? Ví dụ: thôn Thử, xã Thử
  [Ghi lại từ đầu]
> 1971
< Tôi cần tên thôn, xã hoặc nơi làm việc.
< Nông Văn Thử ở đâu hoặc làm việc ở đâu? Ví dụ: thôn Thử, xã Thử
  [Ghi lại từ đầu] [Để sau] [Quay lại]
> thôn Thử, xã Chi Lăng
< Số điện thoại của Nông Văn Thử, để cán bộ liên lạc về hồ sơ?
  [Không có số] [Ghi lại từ đầu]
> không nhớ số
< Làm ra từ tháng, năm nào? Bắt đầu dùng thật từ bao giờ?
  ~
  Ví dụ: «Nghĩ từ đầu năm 2024, tháng 8/2024 chạy được, vụ ngô năm đó dùng luôn.»
  (Đã xong 4/15. Còn thiếu: Làm ra khi nào, Vì sao làm, Trước đây làm thế nào và 8 mục nữa.)
  [Để sau] [Quay lại]
> Tháng 8 năm 2024 máy chạy được
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
> vu ngo nam do dung luon
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> [Xong]
< Vì sao anh/chị làm cái này? Chuyện gì khó, khổ, tốn khiến mình phải nghĩ?
  ~
  Ví dụ: «Nhà neo người, đến vụ tách ngô bằng tay cả tháng không xong, tay phồng rộp.»
  (Đã xong 5/15. Còn thiếu: Vì sao làm, Trước đây làm thế nào, Mình làm gì và 7 mục nữa.)
  [Để sau] [Quay lại]
>> {ke_chuyen.wav}
< Đã giữ 1 bản ghi âm, nguyên lời của anh/chị. Máy không tự nghe: sẽ có người nghe và chép ra chữ. Nói tiếp, viết thêm, hoặc bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> [Xong]
< Trước đây người ta làm việc ấy thế nào? Có máy, có cách nào rồi? Dở ở chỗ nào?
  ~
  Ví dụ: «Tách tay một ngày 50 kg. Máy bán ngoài chợ to, phải có điện ba pha, nhà tôi không có.»
  (Đã xong 6/15. Còn thiếu: Trước đây làm thế nào, Mình làm gì, Mới ở chỗ nào và 6 mục nữa.)
  [Để sau] [Quay lại]
> hạn nộp hồ sơ là ngày nào?
< Còn 90 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  [Lịch và hạn nộp] [Hồ sơ gồm những gì?] [Không đúng ý tôi]
< Trước đây người ta làm việc ấy thế nào? Có máy, có cách nào rồi? Dở ở chỗ nào?
  ~
  Ví dụ: «Tách tay một ngày 50 kg. Máy bán ngoài chợ to, phải có điện ba pha, nhà tôi không có.»
  (Đã xong 6/15. Còn thiếu: Trước đây làm thế nào, Mình làm gì, Mới ở chỗ nào và 6 mục nữa.)
  [Để sau] [Quay lại] [Câu vừa rồi là câu trả lời của tôi]
> Trước tách bằng tay, một ngày 50 cân
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> {may.jpg}
< Tôi xếp vào mục «Ảnh, video giải pháp».
  ~
  Mục «Ảnh, video giải pháp»: đã nhận 1 tệp.
  [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> [Xong]
< Mình làm ra cái gì? Gồm những bộ phận nào, chạy ra sao, to nhỏ, nặng nhẹ, làm được bao nhiêu một giờ?
  ~
  Ví dụ: «Khung sắt V4, trục gắn răng bu-lông, mô-tơ xe máy cũ 1 kW. Đổ ngô vào phễu, hạt rơi xuống, lõi văng ra sau.»
  (Đã xong 7/15. Còn thiếu: Mình làm gì, Mới ở chỗ nào, Đã dùng ở đâu, ai dùng được và 5 mục nữa.)
  [Để sau] [Quay lại]
> menu
< Anh/chị muốn xem gì? Cứ bấm nút, hoặc gõ câu hỏi của mình.
  [Tiếp tục: Hồ sơ CZ6-EN6] [Hồ sơ của tôi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]
at: 2027-03-23T06:10
> tiep tuc
< Mình làm ra cái gì? Gồm những bộ phận nào, chạy ra sao, to nhỏ, nặng nhẹ, làm được bao nhiêu một giờ?
  ~
  Ví dụ: «Khung sắt V4, trục gắn răng bu-lông, mô-tơ xe máy cũ 1 kW. Đổ ngô vào phễu, hạt rơi xuống, lõi văng ra sau.»
  (Đã xong 7/15. Còn thiếu: Mình làm gì, Mới ở chỗ nào, Đã dùng ở đâu, ai dùng được và 5 mục nữa.)
  [Để sau] [Quay lại]
> Khung sắt V4, trục gắn bu-lông, mô-tơ xe máy cũ.
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> [Xong]
< So với cái đã có thì khác, mới ở chỗ nào? Phần nào mình tự nghĩ ra?
  ~
  Ví dụ: «Răng bằng bu-lông thay được từng cái, không phải bỏ cả trục. Tôi chưa thấy ai làm thế.»
  (Đã xong 8/15. Còn thiếu: Mới ở chỗ nào, Đã dùng ở đâu, ai dùng được, Lợi gì và 4 mục nữa.)
  [Để sau] [Quay lại]
>> [Để sau]
< Đã dùng ở đâu, bao lâu rồi? Những ai khác có thể làm theo, dùng theo?
  ~
  Ví dụ: «Nhà tôi dùng hai vụ, ba nhà trong thôn mượn. Nhà nào có xe máy cũ là làm được.»
  (Đã xong 8/15. Còn thiếu: Mới ở chỗ nào, Đã dùng ở đâu, ai dùng được, Lợi gì và 4 mục nữa.)
  [Để sau] [Quay lại]
> Nhà tôi dùng hai vụ, ba nhà trong thôn mượn.
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> [Xong]
< Lợi được gì? Kể cả hai: cái đếm được (tiền, công, thời gian, trước và sau) và cái không đếm được (đỡ mệt, đỡ bụi, an toàn).
  ~
  Ví dụ: «Trước 4 người một ngày 200 kg, nay 1 người một giờ. Máy hết 2 triệu. Không còn phồng tay, không bụi.»
  (Đã xong 9/15. Còn thiếu: Mới ở chỗ nào, Lợi gì, Ảnh, video giải pháp và 3 mục nữa.)
  [Để sau] [Quay lại]
> Đỡ ba công một ngày, tay không phồng.
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> [Xong]
< Gửi ảnh giải pháp: một ảnh toàn cảnh, vài ảnh chỗ quan trọng, một ảnh đang chạy. Gửi nhiều ảnh một lúc cũng được.
  ~
  Mục «Ảnh, video giải pháp»: đã nhận 1 tệp.
  [Xong] [Bỏ tệp 1] [Để sau] [Quay lại]
>> {toan_canh.jpg, dang_chay.jpg, may.jpg} máy đang chạy
< Mục «Ảnh, video giải pháp»: đã nhận 3 tệp.
  1 tệp gửi trùng, chỉ giữ một bản.
  [Xong] [Bỏ tệp 3]
>> [Xong]
< Có bản vẽ, sơ đồ thì gửi: vẽ tay rồi chụp lại cũng được, hoặc tệp PDF, Word.
  ~
  Nhận: ảnh, tệp PDF, tệp Word (.docx).
  (Đã xong 11/15. Còn thiếu: Mới ở chỗ nào, Bản vẽ, sơ đồ, Bằng chứng hiệu quả và 1 mục nữa.)
  [Tôi không có] [Để sau] [Quay lại]
>> [Tôi không có]
< Có giấy nhận xét của người đã dùng, sổ ghi số liệu, giấy khen thì chụp gửi.
  ~
  Nhận: ảnh, tệp PDF, tệp Word (.docx), ghi âm, video.
  (Đã xong 12/15. Còn thiếu: Mới ở chỗ nào, Bằng chứng hiệu quả, Xác nhận của đơn vị hoặc xã, phường.)
  [Tôi không có] [Để sau] [Quay lại]
>> [Tôi không có]
< In phiếu đăng ký ra, xin chữ ký và dấu: nông dân xin UBND xã, phường, công nhân xin nơi mình làm. Có dấu rồi thì chụp gửi lại đây.
  ~
  Nhận: ảnh, tệp PDF.
  (Đã xong 13/15. Còn thiếu: Mới ở chỗ nào, Xác nhận của đơn vị hoặc xã, phường.)
  [Lấy phiếu để in] [Tôi sẽ xin dấu sau] [Tôi không có] [Để sau] [Quay lại]
>> [Lấy phiếu để in]
< Phiếu đăng ký dự thi, theo mẫu tham khảo vì tôi chưa thấy mẫu chính thức. Bản PDF để in, bản Word để sửa.
  {phieu-dang-ky-CZ6-EN6.pdf}
  {phieu-dang-ky-CZ6-EN6.docx}
  [Về hồ sơ] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
> tiếp tục
< In phiếu đăng ký ra, xin chữ ký và dấu: nông dân xin UBND xã, phường, công nhân xin nơi mình làm. Có dấu rồi thì chụp gửi lại đây.
  ~
  Nhận: ảnh, tệp PDF.
  (Đã xong 13/15. Còn thiếu: Mới ở chỗ nào, Xác nhận của đơn vị hoặc xã, phường.)
  [Lấy phiếu để in] [Tôi sẽ xin dấu sau] [Tôi không có] [Để sau] [Quay lại]
>> [Tôi sẽ xin dấu sau]
< Hồ sơ CZ6-EN6: đang làm
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  ~
  Đã xong 14/15 mục.
  ◐ Vì sao làm: 1 ghi âm, chờ chép ra chữ
  ○ Mới ở chỗ nào
  ◐ Xác nhận của đơn vị hoặc xã, phường: chờ ký, đóng dấu
  ~
  Còn 68 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Làm tiếp: Mới ở chỗ nào] [Xem, sửa từng mục] [Giấy tờ để in] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Làm tiếp: Mới ở chỗ nào]
< So với cái đã có thì khác, mới ở chỗ nào? Phần nào mình tự nghĩ ra?
  ~
  Ví dụ: «Răng bằng bu-lông thay được từng cái, không phải bỏ cả trục. Tôi chưa thấy ai làm thế.»
  (Đã xong 14/15. Còn thiếu: Mới ở chỗ nào.)
  [Để sau] [Quay lại]
> Bu-lông thay được từng cái, không phải bỏ cả trục.
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> [Xong]
< Hồ sơ CZ6-EN6: đã đủ, CHƯA NỘP
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  ~
  Đã xong 15/15 mục.
  ◐ Vì sao làm: 1 ghi âm, chờ chép ra chữ
  ◐ Xác nhận của đơn vị hoặc xã, phường: chờ ký, đóng dấu
  ~
  Đủ cả rồi. Nộp ngay nhé? Nộp rồi vẫn sửa được đến hết hạn.
  ~
  Còn 68 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Nộp hồ sơ] [Xem, sửa từng mục] [Giấy tờ để in] [Góp ý trước hạn] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Nộp hồ sơ]
< ĐÃ NHẬN hồ sơ CZ6-EN6 lúc 06:10, 23/3/2027, đủ 15 mục. Biên nhận ở dưới, anh/chị giữ lại.
  ~
  Đây là bản gửi qua mạng. Có phải nộp thêm bản giấy không thì tôi chưa thấy quy định: anh/chị cứ in, ký sẵn và hỏi cán bộ.
  {bien-nhan-CZ6-EN6-1.png}
  {bien-nhan-CZ6-EN6-1.pdf}
< Hồ sơ CZ6-EN6: đã nộp
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  ~
  Đã xong 15/15 mục.
  ◐ Vì sao làm: 1 ghi âm, chờ chép ra chữ
  ◐ Xác nhận của đơn vị hoặc xã, phường: chờ ký, đóng dấu
  ~
  Đã nộp. Sửa được đến hết hạn; sửa xong nhớ nộp lại.
  [Xem, sửa từng mục] [Giấy tờ để in] [Biên nhận] [Góp ý trước hạn] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Nộp hồ sơ]
< Hồ sơ này đã nộp lúc 06:10, 23/3/2027, không cần nộp nữa.
< Hồ sơ CZ6-EN6: đã nộp
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  ~
  Đã xong 15/15 mục.
  ◐ Vì sao làm: 1 ghi âm, chờ chép ra chữ
  ◐ Xác nhận của đơn vị hoặc xã, phường: chờ ký, đóng dấu
  ~
  Đã nộp. Sửa được đến hết hạn; sửa xong nhớ nộp lại.
  [Xem, sửa từng mục] [Giấy tờ để in] [Biên nhận] [Góp ý trước hạn] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
at: 2027-05-20T14:00
> hồ sơ của tôi
< Hồ sơ CZ6-EN6: đã nộp
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  ~
  Đã xong 15/15 mục.
  ◐ Vì sao làm: 1 ghi âm, chờ chép ra chữ
  ◐ Xác nhận của đơn vị hoặc xã, phường: chờ ký, đóng dấu
  ~
  Đã nộp. Sửa được đến hết hạn; sửa xong nhớ nộp lại.
  [Xem, sửa từng mục] [Giấy tờ để in] [Biên nhận] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Xem, sửa từng mục]
< Anh/chị muốn làm hoặc sửa mục nào?
  [✓ Ai đứng tên] [✓ Tên giải pháp] [✓ Lĩnh vực] [✓ Tác giả] [✓ Làm ra khi nào] [◐ Vì sao làm: 1 ghi âm, chờ chép ra chữ] [✓ Trước đây làm thế nào] [✓ Mình làm gì] [✓ Mới ở chỗ nào] [✓ Đã dùng ở đâu, ai dùng được] [✓ Lợi gì] [✓ Ảnh, video giải pháp: 3 tệp] [– Bản vẽ, sơ đồ: không có] [– Bằng chứng hiệu quả: không có] [◐ Xác nhận của đơn vị hoặc xã, phường: chờ ký, đóng dấu] [Về hồ sơ] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> [✓ Lợi gì]
< Lợi gì, đã kể: «Đỡ ba công một ngày, tay không phồng.»
  ~
  Muốn thêm thì nhắn tiếp hoặc gửi ghi âm; muốn bỏ hết thì bấm «Kể lại từ đầu».
  (Đã xong cả 15 mục.)
  [Kể lại từ đầu] [Giữ nguyên] [Quay lại]
> Mỗi vụ đỡ được hai triệu đồng.
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> [Xong]
< Hồ sơ CZ6-EN6: đã nộp
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  ~
  Đã xong 15/15 mục.
  ◐ Vì sao làm: 1 ghi âm, chờ chép ra chữ
  ◐ Xác nhận của đơn vị hoặc xã, phường: chờ ký, đóng dấu
  ~
  Có chỗ đã sửa mà chưa nộp lại. Bản đã nộp trước vẫn có giá trị.
  [Nộp hồ sơ] [Xem, sửa từng mục] [Giấy tờ để in] [Biên nhận] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Nộp hồ sơ]
< ĐÃ NHẬN hồ sơ CZ6-EN6 lúc 14:00, 20/5/2027, đủ 15 mục. Biên nhận ở dưới, anh/chị giữ lại.
  ~
  Biên nhận này thay cho biên nhận số 1.
  ~
  Đây là bản gửi qua mạng. Có phải nộp thêm bản giấy không thì tôi chưa thấy quy định: anh/chị cứ in, ký sẵn và hỏi cán bộ.
  {bien-nhan-CZ6-EN6-2.png}
  {bien-nhan-CZ6-EN6-2.pdf}
< Hồ sơ CZ6-EN6: đã nộp lại
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  ~
  Đã xong 15/15 mục.
  ◐ Vì sao làm: 1 ghi âm, chờ chép ra chữ
  ◐ Xác nhận của đơn vị hoặc xã, phường: chờ ký, đóng dấu
  ~
  Đã nộp. Sửa được đến hết hạn; sửa xong nhớ nộp lại.
  [Xem, sửa từng mục] [Giấy tờ để in] [Biên nhận] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Rút hồ sơ]
< Hồ sơ này ĐÃ NỘP. Rút thì coi như không dự thi nữa. Anh/chị chắc chứ? Còn hạn thì làm lại và nộp lại được.
  [Không rút] [Rút hồ sơ này] [Tiếp tục: Hồ sơ CZ6-EN6] [Menu]
>> [Không rút]
< Hồ sơ CZ6-EN6: đã nộp lại
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  ~
  Đã xong 15/15 mục.
  ◐ Vì sao làm: 1 ghi âm, chờ chép ra chữ
  ◐ Xác nhận của đơn vị hoặc xã, phường: chờ ký, đóng dấu
  ~
  Đã nộp. Sửa được đến hết hạn; sửa xong nhớ nộp lại.
  [Xem, sửa từng mục] [Giấy tờ để in] [Biên nhận] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]

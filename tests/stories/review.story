# Bác Thử nộp hồ sơ; chị thư ký thấy một ảnh mờ, trả lại đúng ảnh ấy; bác chụp lại, chị nhận hồ sơ.
at: 2027-05-03T08:00
staff: chi_thu_ky secretary
as: bac_thu
> bắt đầu
< Chào anh/chị. Tôi là trợ lý tự động của Hội thi Sáng tạo Kỹ thuật tỉnh Lạng Sơn lần thứ 9 (2026-2027).
  Tôi hướng dẫn dự thi và trả lời câu hỏi; cần người thật thì bấm «Gặp cán bộ».
  [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]
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
< Đã mở hồ sơ số K5D-L35. Ghi lại số này để khi cần thì đọc cho cán bộ. Làm lúc nào cũng được, nghỉ bao lâu cũng không mất.
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
>> [Cơ khí tự động hóa, xây dựng, giao thông vận tải]
< Giờ đến người làm ra giải pháp. Họ và tên đầy đủ của người làm chính là gì?
  ~
  Ghi như trên giấy khai sinh, ví dụ: Nông Văn Thử
  (Đã xong 3/15. Còn thiếu: Tác giả, Làm ra khi nào, Vì sao làm và 9 mục nữa.)
  [Để sau] [Quay lại]
> Nông Văn Thử
< Nông Văn Thử sinh năm nào? Ví dụ 1971.
  [Ghi lại từ đầu]
> 1971
< Nông Văn Thử ở đâu hoặc làm việc ở đâu? Ví dụ: thôn Thử, xã Thử
  [Ghi lại từ đầu]
> xã Chi Lăng
< Số điện thoại của Nông Văn Thử, để cán bộ liên lạc về hồ sơ?
  [Không có số] [Ghi lại từ đầu]
> 0912 345 678
< Làm ra từ tháng, năm nào? Bắt đầu dùng thật từ bao giờ?
  ~
  Ví dụ: «Nghĩ từ đầu năm 2024, tháng 8/2024 chạy được, vụ ngô năm đó dùng luôn.»
  (Đã xong 4/15. Còn thiếu: Làm ra khi nào, Vì sao làm, Trước đây làm thế nào và 8 mục nữa.)
  [Để sau] [Quay lại]
> Tháng 8 năm 2024.
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> [Xong]
< Vì sao anh/chị làm cái này? Chuyện gì khó, khổ, tốn khiến mình phải nghĩ?
  ~
  Ví dụ: «Nhà neo người, đến vụ tách ngô bằng tay cả tháng không xong, tay phồng rộp.»
  (Đã xong 5/15. Còn thiếu: Vì sao làm, Trước đây làm thế nào, Mình làm gì và 7 mục nữa.)
  [Để sau] [Quay lại]
> Tách bằng tay lâu quá.
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> [Xong]
< Trước đây người ta làm việc ấy thế nào? Có máy, có cách nào rồi? Dở ở chỗ nào?
  ~
  Ví dụ: «Tách tay một ngày 50 kg. Máy bán ngoài chợ to, phải có điện ba pha, nhà tôi không có.»
  (Đã xong 6/15. Còn thiếu: Trước đây làm thế nào, Mình làm gì, Mới ở chỗ nào và 6 mục nữa.)
  [Để sau] [Quay lại]
> Một ngày được 50 cân.
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> [Xong]
< Mình làm ra cái gì? Gồm những bộ phận nào, chạy ra sao, to nhỏ, nặng nhẹ, làm được bao nhiêu một giờ?
  ~
  Ví dụ: «Khung sắt V4, trục gắn răng bu-lông, mô-tơ xe máy cũ 1 kW. Đổ ngô vào phễu, hạt rơi xuống, lõi văng ra sau.»
  (Đã xong 7/15. Còn thiếu: Mình làm gì, Mới ở chỗ nào, Đã dùng ở đâu, ai dùng được và 5 mục nữa.)
  [Để sau] [Quay lại]
> Khung sắt, trục gắn bu-lông, mô-tơ xe máy cũ.
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> [Xong]
< So với cái đã có thì khác, mới ở chỗ nào? Phần nào mình tự nghĩ ra?
  ~
  Ví dụ: «Răng bằng bu-lông thay được từng cái, không phải bỏ cả trục. Tôi chưa thấy ai làm thế.»
  (Đã xong 8/15. Còn thiếu: Mới ở chỗ nào, Đã dùng ở đâu, ai dùng được, Lợi gì và 4 mục nữa.)
  [Để sau] [Quay lại]
> Bu-lông thay được từng cái.
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> [Xong]
< Đã dùng ở đâu, bao lâu rồi? Những ai khác có thể làm theo, dùng theo?
  ~
  Ví dụ: «Nhà tôi dùng hai vụ, ba nhà trong thôn mượn. Nhà nào có xe máy cũ là làm được.»
  (Đã xong 9/15. Còn thiếu: Đã dùng ở đâu, ai dùng được, Lợi gì, Ảnh, video giải pháp và 3 mục nữa.)
  [Để sau] [Quay lại]
> Nhà tôi và ba nhà trong thôn.
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> [Xong]
< Lợi được gì? Kể cả hai: cái đếm được (tiền, công, thời gian, trước và sau) và cái không đếm được (đỡ mệt, đỡ bụi, an toàn).
  ~
  Ví dụ: «Trước 4 người một ngày 200 kg, nay 1 người một giờ. Máy hết 2 triệu. Không còn phồng tay, không bụi.»
  (Đã xong 10/15. Còn thiếu: Lợi gì, Ảnh, video giải pháp, Bản vẽ, sơ đồ và 2 mục nữa.)
  [Để sau] [Quay lại]
> Đỡ ba công một ngày.
< Đã ghi. Còn gì thì kể tiếp, nhắn mấy tin cũng được; hết rồi thì bấm «Xong».
  [Xong] [Kể lại từ đầu]
>> [Xong]
< Gửi ảnh giải pháp: một ảnh toàn cảnh, vài ảnh chỗ quan trọng, một ảnh đang chạy. Gửi nhiều ảnh một lúc cũng được.
  ~
  Nhận: ảnh, video.
  (Đã xong 11/15. Còn thiếu: Ảnh, video giải pháp, Bản vẽ, sơ đồ, Bằng chứng hiệu quả và 1 mục nữa.)
  [Để sau] [Quay lại]
>> {toan_canh.jpg, dang_chay.jpg}
< Mục «Ảnh, video giải pháp»: đã nhận 2 tệp.
  [Xong] [Bỏ tệp 2]
>> [Xong]
< Có bản vẽ, sơ đồ thì gửi: vẽ tay rồi chụp lại cũng được, hoặc tệp PDF, Word.
  ~
  Nhận: ảnh, tệp PDF, tệp Word (.docx).
  (Đã xong 12/15. Còn thiếu: Bản vẽ, sơ đồ, Bằng chứng hiệu quả, Xác nhận của đơn vị hoặc xã, phường.)
  [Tôi không có] [Để sau] [Quay lại]
>> [Tôi không có]
< Có giấy nhận xét của người đã dùng, sổ ghi số liệu, giấy khen thì chụp gửi.
  ~
  Nhận: ảnh, tệp PDF, tệp Word (.docx), ghi âm, video.
  (Đã xong 13/15. Còn thiếu: Bằng chứng hiệu quả, Xác nhận của đơn vị hoặc xã, phường.)
  [Tôi không có] [Để sau] [Quay lại]
>> [Tôi không có]
< In phiếu đăng ký ra, xin chữ ký và dấu: nông dân xin UBND xã, phường, công nhân xin nơi mình làm. Có dấu rồi thì chụp gửi lại đây.
  ~
  Nhận: ảnh, tệp PDF.
  (Đã xong 14/15. Còn thiếu: Xác nhận của đơn vị hoặc xã, phường.)
  [Lấy phiếu để in] [Tôi sẽ xin dấu sau] [Tôi không có] [Để sau] [Quay lại]
>> {xac_nhan.jpg}
< Mục «Xác nhận của đơn vị hoặc xã, phường»: đã nhận 1 tệp.
  [Xong] [Bỏ tệp 1]
>> [Xong]
< Hồ sơ K5D-L35: đã đủ, CHƯA NỘP
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  ~
  Đã xong 15/15 mục.
  ~
  Đủ cả rồi. Nộp ngay nhé? Nộp rồi vẫn sửa được đến hết hạn.
  ~
  Còn 27 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  [Nộp hồ sơ] [Xem, sửa từng mục] [Giấy tờ để in] [Góp ý trước hạn] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Nộp hồ sơ]
< ĐÃ NHẬN hồ sơ K5D-L35 lúc 08:00, 3/5/2027, đủ 15 mục. Biên nhận ở dưới, anh/chị giữ lại.
  ~
  Đây là bản gửi qua mạng. Có phải nộp thêm bản giấy không thì tôi chưa thấy quy định: anh/chị cứ in, ký sẵn và hỏi cán bộ.
  {bien-nhan-K5D-L35-1.png}
  {bien-nhan-K5D-L35-1.pdf}
< Hồ sơ K5D-L35: đã nộp
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  ~
  Đã xong 15/15 mục.
  ~
  Đã nộp. Sửa được đến hết hạn; sửa xong nhớ nộp lại.
  [Xem, sửa từng mục] [Giấy tờ để in] [Biên nhận] [Góp ý trước hạn] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]

at: 2027-05-06T08:10
as: chi_thu_ky
> menu
< Anh/chị muốn xem gì? Cứ bấm nút, hoặc gõ câu hỏi của mình.
  [Bàn làm việc] [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]
>> [Bàn làm việc]
< Bàn làm việc. Vai của anh/chị: Thư ký.
  [Việc hôm nay] [Việc của tôi] [Hồ sơ chờ duyệt] [Việc chờ duyệt] [Hồ sơ chờ góp ý] [Danh sách và báo cáo] [Thông báo và hỏi đáp] [Người và nhật ký] [Menu]
>> [Hồ sơ chờ duyệt]
< 1 hồ sơ chờ duyệt. Đủ lại rồi trước, sau đó nộp lâu nhất trước.
  ~
  K5D-L35 · Máy tách hạt ngô chạy mô-tơ xe máy cũ
  Nộp được 3 ngày làm việc. Lĩnh vực: Cơ khí tự động hóa, xây dựng, giao thông vận tải. Nơi: chưa rõ.
  [K5D-L35] [Bàn làm việc] [Menu]
>> [@number]
< Hồ sơ K5D-L35: đã nộp
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  Nộp lần 1, lúc 08:00, 3/5/2027.
  Nộp được 3 ngày làm việc. Lĩnh vực: Cơ khí tự động hóa, xây dựng, giao thông vận tải. Nơi: chưa rõ.
  ~
  Một người
  Tác giả: Nông Văn Thử
  Đủ 15/15 mục, 3 tệp.
  [Duyệt từng mục] [Xem lại và gửi] [Hồ sơ chờ duyệt] [Bàn làm việc] [Menu]
>> [Duyệt từng mục]
< Mục 1/15: Ai đứng tên
  ~
  Một người
  [Được] [Trả lại] [Mục sau] [Về hồ sơ] [Menu]
>> [Được]
< Mục 2/15: Tên giải pháp
  ~
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  [Được] [Trả lại] [Mục sau] [Mục trước] [Về hồ sơ] [Menu]
>> [Được]
< Mục 3/15: Lĩnh vực
  ~
  Cơ khí tự động hóa, xây dựng, giao thông vận tải
  [Được] [Trả lại] [Mục sau] [Mục trước] [Về hồ sơ] [Menu]
>> [Được]
< Mục 4/15: Tác giả
  ~
  - Nông Văn Thử, 1971, xã Chi Lăng, 100%
    điện thoại: 0912345678
  [Được] [Trả lại] [Mục sau] [Mục trước] [Về hồ sơ] [Menu]
>> [Được]
< Mục 5/15: Làm ra khi nào
  ~
  Tháng 8 năm 2024.
  [Được] [Trả lại] [Mục sau] [Mục trước] [Về hồ sơ] [Menu]
>> [Được]
< Mục 6/15: Vì sao làm
  ~
  Tách bằng tay lâu quá.
  [Được] [Trả lại] [Mục sau] [Mục trước] [Về hồ sơ] [Menu]
>> [Được]
< Mục 7/15: Trước đây làm thế nào
  ~
  Một ngày được 50 cân.
  [Được] [Trả lại] [Mục sau] [Mục trước] [Về hồ sơ] [Menu]
>> [Được]
< Mục 8/15: Mình làm gì
  ~
  Khung sắt, trục gắn bu-lông, mô-tơ xe máy cũ.
  [Được] [Trả lại] [Mục sau] [Mục trước] [Về hồ sơ] [Menu]
>> [Được]
< Mục 9/15: Mới ở chỗ nào
  ~
  Bu-lông thay được từng cái.
  [Được] [Trả lại] [Mục sau] [Mục trước] [Về hồ sơ] [Menu]
>> [Được]
< Mục 10/15: Đã dùng ở đâu, ai dùng được
  ~
  Nhà tôi và ba nhà trong thôn.
  [Được] [Trả lại] [Mục sau] [Mục trước] [Về hồ sơ] [Menu]
>> [Được]
< Mục 11/15: Lợi gì
  ~
  Đỡ ba công một ngày.
  [Được] [Trả lại] [Mục sau] [Mục trước] [Về hồ sơ] [Menu]
>> [Được]
< Mục 12/15: Ảnh, video giải pháp
  ~
  2 tệp:
  {toan_canh.jpg}
  {dang_chay.jpg}
  [Được] [Trả lại] [Mục sau] [Mục trước] [Về hồ sơ] [Menu]
>> [Trả lại]
< Trả lại «Ảnh, video giải pháp»: tệp nào?
  [Tệp 1] [Tệp 2] [Cả 2 tệp] [Về hồ sơ]
>> [Tệp 2]
< Trả lại «Ảnh, video giải pháp»: vì sao? Bấm lý do có sẵn (người nộp nhận kèm ảnh ví dụ), hoặc gõ lý do của anh/chị.
  [mờ, không đọc được] [cắt mất góc] [Về hồ sơ]
>> [mờ, không đọc được]
< mờ, không đọc được
  Cần gửi lại chậm nhất ngày nào? Bấm nút hoặc gõ ngày, ví dụ 15/5. Không quá hạn nộp 30/5/2027.
  [2 ngày làm việc (Thứ Hai, 10/5/2027)] [3 ngày làm việc (Thứ Ba, 11/5/2027)] [5 ngày làm việc (Thứ Năm, 13/5/2027)] [7 ngày làm việc (Thứ Hai, 17/5/2027)] [Về hồ sơ]
> 12/5
< Trả lại «Ảnh, video giải pháp»: mờ, không đọc được, gửi lại chậm nhất Thứ Tư, 12/5/2027?
  [Đúng, ghi lại] [2 ngày làm việc (Thứ Hai, 10/5/2027)] [3 ngày làm việc (Thứ Ba, 11/5/2027)] [5 ngày làm việc (Thứ Năm, 13/5/2027)] [7 ngày làm việc (Thứ Hai, 17/5/2027)] [Về hồ sơ]
>> [Đúng, ghi lại]
< Mục 13/15: Bản vẽ, sơ đồ
  ~
  Không có tệp.
  [Được] [Trả lại] [Mục sau] [Mục trước] [Về hồ sơ] [Menu]
>> [Về hồ sơ]
< Hồ sơ K5D-L35: đã nộp
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  Nộp lần 1, lúc 08:00, 3/5/2027.
  Nộp được 3 ngày làm việc. Lĩnh vực: Cơ khí tự động hóa, xây dựng, giao thông vận tải. Nơi: chưa rõ.
  ~
  Một người
  Tác giả: Nông Văn Thử
  Đủ 15/15 mục, 3 tệp.
  ~
  Đã duyệt 12/15 mục.
  [Duyệt tiếp] [Xem lại và gửi] [Hồ sơ chờ duyệt] [Bàn làm việc] [Menu]
>> [Xem lại và gửi]
< Hồ sơ K5D-L35, kết quả duyệt:
  ~
  Đã duyệt 12/15 mục.
  ~
  ! Ảnh, video giải pháp → Đã ghi: trả lại, tệp 2 mờ, không đọc được; gửi lại chậm nhất Thứ Tư, 12/5/2027.
  ~
  Người nộp CHƯA được báo gì. Bấm nút dưới thì mới báo.
  [Duyệt tiếp] [Các mục còn lại đều được] [Gửi] [Về hồ sơ] [Hồ sơ chờ duyệt] [Menu]
>> [Các mục còn lại đều được]
< Hồ sơ K5D-L35, kết quả duyệt:
  ~
  Đã duyệt 15/15 mục.
  ~
  ! Ảnh, video giải pháp → Đã ghi: trả lại, tệp 2 mờ, không đọc được; gửi lại chậm nhất Thứ Tư, 12/5/2027.
  ~
  Người nộp CHƯA được báo gì. Bấm nút dưới thì mới báo.
  [Gửi] [Về hồ sơ] [Hồ sơ chờ duyệt] [Menu]
>> [Gửi]
< Đã trả lại hồ sơ K5D-L35, 1 mục. Người nộp đã được báo, mỗi mục một nút sửa. Khi đủ lại tôi báo anh/chị một lần.
  [Hồ sơ chờ duyệt] [Bàn làm việc] [Menu]

as: bac_thu
>> [Chụp lại: Ảnh, video giải pháp]
< ! Ảnh, video giải pháp: mờ, không đọc được
  Gửi lại chậm nhất Thứ Tư, 12/5/2027.
  {vi-du-2.png}
< Ảnh, video giải pháp: gửi tệp mới, tôi thay vào chỗ tệp bị trả lại. Các tệp khác giữ nguyên.
  ~
  Nhận: ảnh, video.
  (Đã xong cả 15 mục.)
  [Giữ nguyên] [Quay lại]
>> {dang_chay_ro.jpg}
< Mục «Ảnh, video giải pháp»: đã nhận 2 tệp.
  [Xong] [Bỏ tệp 2]
>> [Xong]
< Hồ sơ K5D-L35: cần sửa
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  ~
  Đã xong 15/15 mục.
  ✓ Ảnh, video giải pháp: đã thay, nhớ nộp lại
  ~
  Các mục trả lại đã thay đủ. Bấm «Nộp hồ sơ» để cán bộ xem.
  ~
  Có chỗ đã sửa mà chưa nộp lại. Bản đã nộp trước vẫn có giá trị.
  [Nộp hồ sơ] [Xem, sửa từng mục] [Giấy tờ để in] [Biên nhận] [Góp ý trước hạn] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]
>> [Nộp hồ sơ]
< ĐÃ NHẬN hồ sơ K5D-L35 lúc 08:10, 6/5/2027, đủ 15 mục. Biên nhận ở dưới, anh/chị giữ lại.
  ~
  Biên nhận này thay cho biên nhận số 1.
  ~
  Đây là bản gửi qua mạng. Có phải nộp thêm bản giấy không thì tôi chưa thấy quy định: anh/chị cứ in, ký sẵn và hỏi cán bộ.
  {bien-nhan-K5D-L35-2.png}
  {bien-nhan-K5D-L35-2.pdf}
< Hồ sơ K5D-L35: đã nộp lại
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  ~
  Đã xong 15/15 mục.
  ~
  Đã nộp. Sửa được đến hết hạn; sửa xong nhớ nộp lại.
  [Xem, sửa từng mục] [Giấy tờ để in] [Biên nhận] [Góp ý trước hạn] [Mở trên máy khác] [Rút hồ sơ] [Gặp cán bộ] [Menu]

at: 2027-05-07T14:00
as: chi_thu_ky
>> [Mở hồ sơ @number]
< Hồ sơ K5D-L35: đã nộp lại
  Máy tách hạt ngô chạy mô-tơ xe máy cũ
  Nộp lần 2, lúc 08:10, 6/5/2027.
  Nộp được 1 ngày làm việc. Lĩnh vực: Cơ khí tự động hóa, xây dựng, giao thông vận tải. Nơi: chưa rõ.
  ~
  Một người
  Tác giả: Nông Văn Thử
  Đủ 15/15 mục, 3 tệp.
  ~
  1 mục trả lại đã được thay, cần xem lại.
  Đã duyệt 14/15 mục.
  [Duyệt từng mục] [Xem lại và gửi] [Hồ sơ chờ duyệt] [Bàn làm việc] [Menu]
>> [Duyệt từng mục]
< Mục 12/15: Ảnh, video giải pháp
  ~
  Lần trước trả lại vì: mờ, không đọc được
  ~
  2 tệp:
  {truoc-va-sau-1.jpg}
  {toan_canh.jpg}
  {dang_chay_ro.jpg}
  [Được] [Trả lại] [Mục sau] [Mục trước] [Về hồ sơ] [Menu]
>> [Được]
< Hồ sơ K5D-L35, kết quả duyệt:
  ~
  Đã duyệt 15/15 mục.
  ~
  Chưa có mục nào phải trả lại.
  ~
  Người nộp CHƯA được báo gì. Bấm nút dưới thì mới báo.
  [Nhận hồ sơ] [Về hồ sơ] [Hồ sơ chờ duyệt] [Menu]
>> [Nhận hồ sơ]
< Đã nhận hồ sơ K5D-L35. Người nộp đã được báo.
  [Hồ sơ chờ duyệt] [Bàn làm việc] [Menu]

as: bac_thu
> dữ liệu của tôi
< Những gì trợ lý đang giữ về anh/chị ở chat này:
  ~
  1 hồ sơ:
  - K5D-L35 · Máy tách hạt ngô chạy mô-tơ xe máy cũ · đã được nhận
  ~
  3 tệp trong hồ sơ (ảnh, giấy tờ, ghi âm).
  ~
  Tên của 1 điều tôi đã trả lời (không giữ lời), để báo lại nếu điều đó đổi. Hội thi xong thì xóa.
  ~
  Anh/chị đã trả lời khi tôi xin phép:
  ✓ Làm và nộp hồ sơ: đồng ý, 08:00, 3/5/2027
  ✓ Cán bộ liên lạc về hồ sơ: đồng ý, 08:00, 3/5/2027
  ✓ Nhắc khi còn thiếu: đồng ý, 08:00, 3/5/2027
  ~
  Tin chung của Hội thi: anh/chị đang nhận. Không gửi ban đêm, lúc nào cũng tắt được.
  ~
  Anh/chị được lấy bản sao, xin sửa, rút lại đồng ý, hoặc xin xóa.
  [Ai đã xem hồ sơ của tôi] [Lấy bản sao] [Xin sửa] [Rút lại đồng ý] [Xin xóa hết] [Không nhận tin nữa] [Gặp cán bộ] [Menu] [Tiếp tục: Hồ sơ K5D-L35]
>> [Ai đã xem hồ sơ của tôi]
< Cán bộ đã xem và làm gì với hồ sơ của anh/chị, mới nhất trước. Tên cán bộ không hiện ở đây; muốn hỏi thêm thì bấm «Gặp cán bộ» và nói số người.
  ~
  Hồ sơ K5D-L35:
  - 7/5/2027: Thư ký (số 1): nhận hồ sơ, xem, duyệt mục, nhận duyệt
  - 6/5/2027: Thư ký (số 1): trả lại để sửa, xem, duyệt mục, nhận duyệt
  [Dữ liệu của tôi] [Gặp cán bộ] [Menu] [Tiếp tục: Hồ sơ K5D-L35]

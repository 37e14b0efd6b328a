# Người thợ cơ khí làm máy tách ngô: đủ điều kiện, hỏi ngang giữa chừng, rồi sửa một câu.
at: 2026-11-23T09:00
> bắt đầu
< Chào anh/chị. Tôi là trợ lý tự động của Hội thi Sáng tạo Kỹ thuật tỉnh Lạng Sơn lần thứ 9 (2026-2027).
  Tôi hướng dẫn dự thi và trả lời câu hỏi; cần người thật thì bấm «Gặp cán bộ».
  [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]

> Tôi có được dự thi không?
< Tôi hỏi vài câu ngắn, anh/chị bấm nút. Không hỏi tên hay thông tin riêng, câu nào cũng sửa lại được.
< Câu 1/8. Ai sẽ đứng tên dự thi?
  [Một mình tôi] [Nhóm vài người] [Cơ quan, doanh nghiệp, HTX]

> 1
< Câu 2/8. Người làm ra giải pháp đã đủ 18 tuổi chưa?
  [Đủ 18 tuổi] [Có người dưới 18] [Quay lại]

> Đủ 18 tuổi
< Câu 3/8. Người dự thi sống hoặc làm việc ở Lạng Sơn không?
  [Có, ở Lạng Sơn] [Không, ở tỉnh khác] [Quay lại]

>> [Quay lại]
< Câu 2/8. Người làm ra giải pháp đã đủ 18 tuổi chưa?
  [Đủ 18 tuổi] [Có người dưới 18] [Quay lại]

> đủ 18 tuổii
< Câu 3/8. Người dự thi sống hoặc làm việc ở Lạng Sơn không?
  [Có, ở Lạng Sơn] [Không, ở tỉnh khác] [Quay lại]

> du 18 tuoi
< Câu 3/8. Người dự thi sống hoặc làm việc ở Lạng Sơn không?
  [Có, ở Lạng Sơn] [Không, ở tỉnh khác] [Quay lại]

> hạn nộp hồ sơ là ngày nào?
< Còn 188 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  [Lịch và hạn nộp] [Hồ sơ gồm những gì?] [Không đúng ý tôi]
< Câu 3/8. Người dự thi sống hoặc làm việc ở Lạng Sơn không?
  [Có, ở Lạng Sơn] [Không, ở tỉnh khác] [Quay lại]

>> [Có, ở Lạng Sơn]
< Câu 4/8. Giải pháp của anh/chị là gì?
  [Máy, dụng cụ, sản phẩm] [Cách làm, quy trình mới] [Phần mềm, ứng dụng] [Cách quản lý, tổ chức] [Quay lại]

>> [Máy, dụng cụ, sản phẩm]
< Câu 5/8. Giải pháp đã làm ra và dùng thật chưa?
  [Đã làm và đã dùng] [Làm rồi, chưa dùng] [Mới là ý tưởng] [Quay lại]

> menu
< Anh/chị muốn xem gì? Cứ bấm nút, hoặc gõ câu hỏi của mình.
  [Tiếp tục: Kiểm tra điều kiện dự thi] [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]

> tiếp tục
< Câu 5/8. Giải pháp đã làm ra và dùng thật chưa?
  [Đã làm và đã dùng] [Làm rồi, chưa dùng] [Mới là ý tưởng] [Quay lại]

>> [Đã làm và đã dùng]
< Câu 6/8. Giải pháp làm ra từ bao giờ?
  [Trong 5 năm gần đây] [Lâu hơn 5 năm] [Tôi không nhớ] [Quay lại]

>> [Trong 5 năm gần đây]
< Câu 7/8. Giải pháp có gì khác cái đã có?
  [Tôi tự nghĩ ra] [Tôi cải tiến thêm] [Làm giống cái đã có] [Tôi không rõ] [Quay lại]

>> [Tôi cải tiến thêm]
< Câu 8/8. Giải pháp đã đạt giải ở cuộc thi nào chưa?
  [Chưa đạt giải nào] [Đã đạt giải rồi] [Quay lại]

>> [Chưa đạt giải nào]
< Theo những gì anh/chị trả lời: ĐƯỢC DỰ THI.
  ~
  Còn 188 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  ~
  Trợ lý chưa có Thể lệ lần này, nên kết quả này dựa theo các lần trước và có thể thay đổi: năm làm ra, tuổi, giải đã đạt, loại giải pháp.
  (Nguồn của từng điểm ghi ở tin dưới.)
< Vì sao, từng điểm một:
  ~
  ✓ Ai đứng tên: Một mình tôi. Cá nhân được dự thi. (chính thức: Kế hoạch 92/KH-BTC, mục I.2, IV.3)
  ~
  ✓ Tuổi người làm ra: Đủ 18 tuổi. Các lần trước nhận người mọi lứa tuổi. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14; Thông báo Hội thi tỉnh lần thứ 4 (2017))
  ~
  ✓ Nơi sống, làm việc: Có, ở Lạng Sơn. Lần thứ 4 nhận người đang sống và làm việc trong tỉnh. (tham khảo: Thông báo Hội thi tỉnh lần thứ 4 (2017))
  ~
  ✓ Giải pháp là gì: Máy, dụng cụ, sản phẩm. Máy móc, sản phẩm kỹ thuật phục vụ sản xuất, đời sống được dự thi. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14)
  ~
  ✓ Đã làm ra chưa: Đã làm và đã dùng. Các lần trước đòi giải pháp đã tạo ra và đã áp dụng. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14; Thông báo Hội thi tỉnh lần thứ 4 (2017))
  ~
  ✓ Làm ra từ bao giờ: Trong 5 năm gần đây. Các lần trước nhận giải pháp của khoảng 5 năm gần nhất. Năm của lần này tôi chưa thấy công bố. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 13; Thể lệ Hội thi toàn quốc lần thứ 14)
  ~
  ✓ Cái mới: Tôi cải tiến thêm. Cải tiến cũng được tính. Hồ sơ cần nói rõ phần nào là của mình. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14)
  ~
  ✓ Giải đã đạt: Chưa đạt giải nào. Chưa đạt giải thì không vướng quy định về giải pháp đã đoạt giải. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14, mục 3)
  [Hồ sơ gồm những gì?] [Sửa câu trả lời] [Làm lại từ đầu] [Gặp cán bộ] [Menu]

>> [Sửa câu trả lời]
< Anh/chị muốn sửa câu nào?
  [Ai đứng tên: Một mình tôi] [Tuổi người làm ra: Đủ 18 tuổi] [Nơi sống, làm việc: Có, ở Lạng Sơn] [Giải pháp là gì: Máy, dụng cụ, sản phẩm] [Đã làm ra chưa: Đã làm và đã dùng] [Làm ra từ bao giờ: Trong 5 năm gần đây] [Cái mới: Tôi cải tiến thêm] [Giải đã đạt: Chưa đạt giải nào] [Menu]

>> [Giải đã đạt: Chưa đạt giải nào]
< Câu 8/8. Giải pháp đã đạt giải ở cuộc thi nào chưa?
  [Chưa đạt giải nào] [Đã đạt giải rồi] [Quay lại]

>> [Đã đạt giải rồi]
< Theo những gì anh/chị trả lời: CẦN HỎI CÁN BỘ.
  ~
  Thể lệ toàn quốc có khoản loại giải pháp đã đoạt một số giải. Giải nào bị loại lần này tôi chưa thấy công bố, cần hỏi cán bộ.
  ~
  Còn 188 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  ~
  Trợ lý chưa có Thể lệ lần này, nên kết quả này dựa theo các lần trước và có thể thay đổi: năm làm ra, tuổi, giải đã đạt, loại giải pháp.
  (Nguồn của từng điểm ghi ở tin dưới.)
< Vì sao, từng điểm một:
  ~
  ✓ Ai đứng tên: Một mình tôi. Cá nhân được dự thi. (chính thức: Kế hoạch 92/KH-BTC, mục I.2, IV.3)
  ~
  ✓ Tuổi người làm ra: Đủ 18 tuổi. Các lần trước nhận người mọi lứa tuổi. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14; Thông báo Hội thi tỉnh lần thứ 4 (2017))
  ~
  ✓ Nơi sống, làm việc: Có, ở Lạng Sơn. Lần thứ 4 nhận người đang sống và làm việc trong tỉnh. (tham khảo: Thông báo Hội thi tỉnh lần thứ 4 (2017))
  ~
  ✓ Giải pháp là gì: Máy, dụng cụ, sản phẩm. Máy móc, sản phẩm kỹ thuật phục vụ sản xuất, đời sống được dự thi. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14)
  ~
  ✓ Đã làm ra chưa: Đã làm và đã dùng. Các lần trước đòi giải pháp đã tạo ra và đã áp dụng. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14; Thông báo Hội thi tỉnh lần thứ 4 (2017))
  ~
  ✓ Làm ra từ bao giờ: Trong 5 năm gần đây. Các lần trước nhận giải pháp của khoảng 5 năm gần nhất. Năm của lần này tôi chưa thấy công bố. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 13; Thể lệ Hội thi toàn quốc lần thứ 14)
  ~
  ✓ Cái mới: Tôi cải tiến thêm. Cải tiến cũng được tính. Hồ sơ cần nói rõ phần nào là của mình. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14)
  ~
  ? Giải đã đạt: Đã đạt giải rồi. Thể lệ toàn quốc có khoản loại giải pháp đã đoạt một số giải. Giải nào bị loại lần này tôi chưa thấy công bố, cần hỏi cán bộ. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14, mục 3; Hội thi thành phố Hải Phòng (2022-2023))
  [Gặp cán bộ] [Sửa câu trả lời] [Làm lại từ đầu] [Menu]

>> [Làm lại từ đầu]
< Câu 1/8. Ai sẽ đứng tên dự thi?
  [Một mình tôi] [Nhóm vài người] [Cơ quan, doanh nghiệp, HTX]

# Chị nông dân không biết chọn lĩnh vực, rồi xem hồ sơ cần gì.
at: 2026-12-05T20:15
>> {may-bam-chuoi.jpg} cái máy của nhà tôi
< Đã nhận và giữ 1 tệp. Muốn đưa vào hồ sơ thì mở «Làm hồ sơ dự thi» rồi gửi ở mục ảnh; cần hỏi thì nhắn cho cán bộ.
  [Gặp cán bộ] [Menu]

> lĩnh vực
< Các lần trước, Thể lệ toàn quốc có 6 lĩnh vực:
  ~
  1. Công nghệ thông tin, điện tử, viễn thông: Phần mềm, ứng dụng điện thoại, mạch điện tử, điều khiển từ xa, camera, truyền tin.
  2. Cơ khí tự động hóa, xây dựng, giao thông vận tải: Máy móc, dụng cụ tự chế, dây chuyền tự động, nhà cửa, cầu đường, xe cộ.
  3. Vật liệu, hóa chất, năng lượng: Vật liệu mới, chế phẩm hóa học, tiết kiệm điện, than, dầu, điện mặt trời, thủy điện nhỏ, khí sinh học.
  4. Nông lâm ngư nghiệp, tài nguyên và môi trường: Trồng trọt, chăn nuôi, rừng, cá, giống, phân bón, nước sạch, rác thải, đất đai.
  5. Y dược: Khám, chữa bệnh, phục hồi chức năng, thuốc, cây thuốc, dụng cụ y tế.
  6. Giáo dục và đào tạo: Đồ dùng dạy học, phần mềm học tập, mô hình thực hành, cách dạy mới.
  ~
  Lĩnh vực của lần này có thể khác.
  (Tham khảo: Thể lệ Hội thi toàn quốc lần thứ 13; Thể lệ Hội thi toàn quốc lần thứ 14. Trợ lý chưa có Thể lệ lần này; có thể khác.)
  [Không biết chọn] [Công nghệ thông tin, điện tử, viễn thông] [Cơ khí tự động hóa, xây dựng, giao thông vận tải] [Vật liệu, hóa chất, năng lượng] [Nông lâm ngư nghiệp, tài nguyên và môi trường] [Y dược] [Giáo dục và đào tạo] [Menu]

>> [Không biết chọn]
< Anh/chị kể vài câu: giải pháp là gì, dùng để làm gì. Không cần viết hay.
  [Menu]

> han nop la bao gio nhi?
< Còn 176 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  [Lịch và hạn nộp] [Hồ sơ gồm những gì?] [Không đúng ý tôi]
< Anh/chị kể vài câu: giải pháp là gì, dùng để làm gì. Không cần viết hay.
  [Menu] [Câu vừa rồi là câu trả lời của tôi]

> Nhà tôi chế cái máy băm thân chuối cho lợn ăn, dùng mô tơ máy bơm cũ
< Lĩnh vực gần nhất:
  - Cơ khí tự động hóa, xây dựng, giao thông vận tải. Vì gần giống: «máy thái chuối, băm cỏ».
  ~
  Lĩnh vực của lần này có thể khác.
  (Tham khảo: Thể lệ Hội thi toàn quốc lần thứ 13; Thể lệ Hội thi toàn quốc lần thứ 14. Trợ lý chưa có Thể lệ lần này; có thể khác.)
  [Cơ khí tự động hóa, xây dựng, giao thông vận tải] [Kể lại cách khác] [Gặp cán bộ] [Menu]

> hồ sơ gồm gì
< Ai đứng tên dự thi?
  [Một người] [Một nhóm] [Cơ quan, doanh nghiệp, HTX] [Menu]

>> [Một người]
< Hồ sơ dự thi: Một người
  ~
  Kế hoạch nói đến «hồ sơ dự thi» và «bản mô tả giải pháp dự thi». Danh mục đầy đủ nằm trong Thể lệ.
  Còn 176 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  ~
  1. Bản mô tả giải pháp dự thi (cần có; chính thức: Kế hoạch 92/KH-BTC, mục IV.2). Kể giải pháp: trước đây làm thế nào, mình làm gì mới, dùng ở đâu, lợi gì.
  Ví dụ: «Trước tách ngô bằng tay, một ngày 50 kg. Máy này một giờ 200 kg, một người đứng máy.»
< Những thứ nên có thêm:
  ~
  2. Phiếu đăng ký dự thi (làm khi có mẫu; tham khảo: Hội thi tỉnh Thái Nguyên lần thứ 11; Hội thi tỉnh Bình Dương lần thứ 10). Tờ ghi tên giải pháp, lĩnh vực, tên và địa chỉ người dự thi.
  Ví dụ: Trợ lý chưa có mẫu của Lạng Sơn. Nhớ sẵn tên giải pháp, tên người làm ra, năm làm ra.
  ~
  3. Ảnh, bản vẽ, video (nếu có; tham khảo: Hội thi tỉnh Thái Nguyên lần thứ 11; Hồ sơ một tác giả ở Phú Thọ (2026)). Ảnh chụp giải pháp lúc đang dùng, bản vẽ tay cũng được.
  Ví dụ: Một ảnh toàn cảnh, vài ảnh chỗ quan trọng, một ảnh đang chạy.
  ~
  4. Xác nhận của cơ quan hoặc địa phương (nếu có; tham khảo: Hội thi tỉnh Bình Dương lần thứ 10; Hồ sơ một tác giả ở Phú Thọ (2026)). Chữ ký, dấu của nơi làm việc hoặc UBND xã, phường nơi đã dùng giải pháp.
  Ví dụ: Nông dân xin UBND xã; công nhân xin nơi mình làm.
  ~
  5. Bằng chứng về hiệu quả (nếu có; tham khảo: Tiêu chí Sáng tạo kỹ thuật nhà nông, Bắc Giang (2019); Hồ sơ một tác giả ở Phú Thọ (2026)). Số liệu trước và sau, nhận xét của người đã dùng.
  Ví dụ: Tiền công giảm bao nhiêu, đỡ khói bụi thế nào, ai đã mua hoặc mượn dùng.
  ~
  6. Ảnh chân dung, bản sao giấy tờ tùy thân (chỉ bản giấy, khi được yêu cầu; tham khảo: Hội thi tỉnh Thái Nguyên lần thứ 11). Có tỉnh đòi. Nếu Thể lệ đòi thì nộp bản giấy; đừng gửi ảnh căn cước qua chat.
  Ví dụ: Thái Nguyên: một ảnh 4×6 và một bản sao chứng minh nhân dân.
  ~
  Trợ lý chưa có Thể lệ: số bộ, mẫu giấy và nơi đóng dấu có thể khác. Bản mô tả thì cứ viết dần, không uổng.
  [Ai giúp tôi?] [Gặp cán bộ] [Một nhóm] [Cơ quan, doanh nghiệp, HTX] [Menu]

>> [Một nhóm]
< Hồ sơ dự thi: Một nhóm
  ~
  Kế hoạch nói đến «hồ sơ dự thi» và «bản mô tả giải pháp dự thi». Danh mục đầy đủ nằm trong Thể lệ.
  Còn 176 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  ~
  1. Bản mô tả giải pháp dự thi (cần có; chính thức: Kế hoạch 92/KH-BTC, mục IV.2). Kể giải pháp: trước đây làm thế nào, mình làm gì mới, dùng ở đâu, lợi gì.
  Ví dụ: «Trước tách ngô bằng tay, một ngày 50 kg. Máy này một giờ 200 kg, một người đứng máy.»
  ~
  2. Bảng phần đóng góp của từng người (nên chuẩn bị; tham khảo: Thông tư 18/2013/TT-BKHCN). Ai làm phần nào, bao nhiêu phần trăm, cộng lại đủ 100.
  Ví dụ: Người nghĩ ra 60%, người hàn và lắp 40%.
< Những thứ nên có thêm:
  ~
  3. Phiếu đăng ký dự thi (làm khi có mẫu; tham khảo: Hội thi tỉnh Thái Nguyên lần thứ 11; Hội thi tỉnh Bình Dương lần thứ 10). Tờ ghi tên giải pháp, lĩnh vực, tên và địa chỉ người dự thi.
  Ví dụ: Trợ lý chưa có mẫu của Lạng Sơn. Nhớ sẵn tên giải pháp, tên người làm ra, năm làm ra.
  ~
  4. Ảnh, bản vẽ, video (nếu có; tham khảo: Hội thi tỉnh Thái Nguyên lần thứ 11; Hồ sơ một tác giả ở Phú Thọ (2026)). Ảnh chụp giải pháp lúc đang dùng, bản vẽ tay cũng được.
  Ví dụ: Một ảnh toàn cảnh, vài ảnh chỗ quan trọng, một ảnh đang chạy.
  ~
  5. Xác nhận của cơ quan hoặc địa phương (nếu có; tham khảo: Hội thi tỉnh Bình Dương lần thứ 10; Hồ sơ một tác giả ở Phú Thọ (2026)). Chữ ký, dấu của nơi làm việc hoặc UBND xã, phường nơi đã dùng giải pháp.
  Ví dụ: Nông dân xin UBND xã; công nhân xin nơi mình làm.
  ~
  6. Bằng chứng về hiệu quả (nếu có; tham khảo: Tiêu chí Sáng tạo kỹ thuật nhà nông, Bắc Giang (2019); Hồ sơ một tác giả ở Phú Thọ (2026)). Số liệu trước và sau, nhận xét của người đã dùng.
  Ví dụ: Tiền công giảm bao nhiêu, đỡ khói bụi thế nào, ai đã mua hoặc mượn dùng.
  ~
  7. Ảnh chân dung, bản sao giấy tờ tùy thân (chỉ bản giấy, khi được yêu cầu; tham khảo: Hội thi tỉnh Thái Nguyên lần thứ 11). Có tỉnh đòi. Nếu Thể lệ đòi thì nộp bản giấy; đừng gửi ảnh căn cước qua chat.
  Ví dụ: Thái Nguyên: một ảnh 4×6 và một bản sao chứng minh nhân dân.
  ~
  Trợ lý chưa có Thể lệ: số bộ, mẫu giấy và nơi đóng dấu có thể khác. Bản mô tả thì cứ viết dần, không uổng.
  [Ai giúp tôi?] [Gặp cán bộ] [Một người] [Cơ quan, doanh nghiệp, HTX] [Menu]


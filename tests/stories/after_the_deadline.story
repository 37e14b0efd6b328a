# Hai ngày cuối tuần cuối cùng, và ngày sau hạn.
at: 2027-05-29T21:00
> còn mấy ngày nữa hết hạn nộp hồ sơ
< Còn 1 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Từ nay đến hạn chỉ còn ngày nghỉ cuối tuần. Chưa rõ có người nhận hay không: hỏi ngay nơi nhận hồ sơ.
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  [Lịch và hạn nộp] [Hồ sơ gồm những gì?] [Không đúng ý tôi] [Menu]
at: 2027-05-30T23:59:59
> hạn nộp hồ sơ là ngày nào
< Hôm nay là ngày cuối nhận hồ sơ: Chủ Nhật, 30/5/2027.
  Từ nay đến hạn chỉ còn ngày nghỉ cuối tuần. Chưa rõ có người nhận hay không: hỏi ngay nơi nhận hồ sơ.
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  [Lịch và hạn nộp] [Hồ sơ gồm những gì?] [Không đúng ý tôi] [Menu]
at: 2027-05-31T00:00
> lịch
< Lịch Hội thi Sáng tạo Kỹ thuật Lạng Sơn
  ~
  ✓ 1. Ban hành Thể lệ, phát động Hội thi: quý II năm 2026. Thời gian này đã qua.
  Trợ lý chưa có văn bản Thể lệ. Khi có, các câu trả lời sẽ được sửa theo.
  ➤ 2. Tuyên truyền, hướng dẫn tham gia: từ năm 2026 đến tháng 5 năm 2027. Đang trong thời gian này.
  ✓ 3. Nhận hồ sơ dự thi: đến hết ngày 30/5/2027. Thời gian này đã qua.
  Ngành nào có hội thi riêng thì phải xong trước ngày này. Kế hoạch không ghi ngày bắt đầu nhận.
  ○ 4. Tổ chức chấm thi: tháng 6, tháng 7 năm 2027. Sắp tới.
  ○ 5. Chọn và giúp hoàn thiện giải pháp đi thi toàn quốc: trước ngày 20/8/2027. Sắp tới.
  ○ 6. Tổng kết, trao giải: dự kiến tháng 10 năm 2027. Sắp tới.
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.1, II.2, II.3, II.4, II.5, II.6. Chính thức.)
  {lich-hoi-thi.png}
< Đã qua hạn nộp hồ sơ (30/5/2027).
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  [Lưu vào lịch điện thoại] [Menu]

>> [Lưu vào lịch điện thoại]
< Mở tệp này trên điện thoại để lưu các mốc vào lịch.
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.1, II.2, II.3, II.4, II.5, II.6. Chính thức.)
  {lich-hoi-thi.ics}
  [Menu]
> nộp muộn có được không
< Kế hoạch không nói đến nhận muộn hay gia hạn. Đã qua hạn nộp hồ sơ (30/5/2027). Hồ sơ làm ở đây mà lỡ hạn thì mở ra bấm «Tôi vẫn muốn nộp»: giờ giấc được ghi lại, nhận hay không do Ban Tổ chức quyết định.
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  [Lịch và hạn nộp] [Gặp cán bộ] [Không đúng ý tôi] [Menu]
> mới có ý tưởng thi được không
< Các lần trước đòi giải pháp đã làm ra và đã áp dụng, nên mới có ý tưởng thì chưa đủ. Lần này có đòi như vậy hay không thì còn chờ Thể lệ. Làm thử, dùng thử thì nhớ ghi ngày, ghi kết quả, chụp ảnh. Đã qua hạn nộp hồ sơ (30/5/2027).
  (Tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14; Thông báo Hội thi tỉnh lần thứ 4 (2017). Trợ lý chưa có Thể lệ lần này; có thể khác.)
  [Tôi có được dự thi không?] [Không đúng ý tôi] [Menu]
> hạn rơi vào chủ nhật thì nhận đến mấy giờ
< Đã qua hạn nộp hồ sơ (30/5/2027).
  Kế hoạch không nói ngày cuối nhận đến mấy giờ, và không nói cuối tuần có người nhận hay không. Cần biết chắc thì hỏi cán bộ.
  (Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục II.3.)
  [Lịch và hạn nộp] [Gặp cán bộ] [Không đúng ý tôi] [Menu]
> gửi bưu điện được không
< Kế hoạch không nói đến gửi bưu điện. Cà Mau từng cho gửi và tính theo ngày trên dấu bưu điện, nhưng ở ta chưa rõ. Ai gửi bưu điện thì giữ biên lai, và hỏi cán bộ đã nhận được chưa. Đã qua hạn nộp hồ sơ (30/5/2027).
  (Tham khảo: Hội thi tỉnh Cà Mau lần thứ 8; Kế hoạch 92/KH-BTC, mục II.3. Trợ lý chưa có Thể lệ lần này; có thể khác.)
  [Gặp cán bộ] [Không đúng ý tôi] [Menu]
> điều kiện
< Tôi hỏi vài câu ngắn, anh/chị bấm nút. Không hỏi tên hay thông tin riêng, câu nào cũng sửa lại được.
< Câu 1/8. Ai sẽ đứng tên dự thi?
  [Một mình tôi] [Nhóm vài người] [Cơ quan, doanh nghiệp, HTX]
> một mình
< Câu 2/8. Người làm ra giải pháp đã đủ 18 tuổi chưa?
  [Đủ 18 tuổi] [Có người dưới 18] [Quay lại]
> đủ 18
< Câu 3/8. Người dự thi sống hoặc làm việc ở Lạng Sơn không?
  [Có, ở Lạng Sơn] [Không, ở tỉnh khác] [Quay lại]
> có
< Câu 4/8. Giải pháp của anh/chị là gì?
  [Máy, dụng cụ, sản phẩm] [Cách làm, quy trình mới] [Phần mềm, ứng dụng] [Cách quản lý, tổ chức] [Quay lại]
> máy
< Câu 5/8. Giải pháp đã làm ra và dùng thật chưa?
  [Đã làm và đã dùng] [Làm rồi, chưa dùng] [Mới là ý tưởng] [Quay lại]
> ý tưởng
< Câu 6/7. Giải pháp có gì khác cái đã có?
  [Tôi tự nghĩ ra] [Tôi cải tiến thêm] [Làm giống cái đã có] [Tôi không rõ] [Quay lại]
> tôi tự nghĩ ra
< Câu 7/7. Giải pháp đã đạt giải ở cuộc thi nào chưa?
  [Chưa đạt giải nào] [Đã đạt giải rồi] [Quay lại]
> chưa đạt giải nào
< Theo những gì anh/chị trả lời: CHƯA ĐỦ.
  ~
  Các lần trước chỉ nhận giải pháp đã làm ra và áp dụng. Nên làm thử, dùng thử rồi mới dự thi.
  ~
  Đã qua hạn nộp hồ sơ (30/5/2027).
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
  ✗ Đã làm ra chưa: Mới là ý tưởng. Các lần trước chỉ nhận giải pháp đã làm ra và áp dụng. Nên làm thử, dùng thử rồi mới dự thi. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14; Thông báo Hội thi tỉnh lần thứ 4 (2017))
  ~
  ✓ Cái mới: Tôi tự nghĩ ra. Hội thi tìm giải pháp có tính mới, tính sáng tạo. (chính thức: Kế hoạch 92/KH-BTC, mục I.1)
  ~
  ✓ Giải đã đạt: Chưa đạt giải nào. Chưa đạt giải thì không vướng quy định về giải pháp đã đoạt giải. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14, mục 3)
  [Ai giúp tôi?] [Sửa câu trả lời] [Làm lại từ đầu] [Gặp cán bộ] [Menu]
> hồ sơ
< Ai đứng tên dự thi?
  [Một người] [Một nhóm] [Cơ quan, doanh nghiệp, HTX] [Menu]
> một người
< Hồ sơ dự thi: Một người
  ~
  Kế hoạch nói đến «hồ sơ dự thi» và «bản mô tả giải pháp dự thi». Danh mục đầy đủ nằm trong Thể lệ.
  Đã qua hạn nộp hồ sơ (30/5/2027).
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

# Cháu học sinh mới có ý tưởng: chưa đủ, và được chỉ sang cuộc thi của thiếu niên.
at: 2026-11-23T09:00
> điều kiện
< Tôi hỏi vài câu ngắn, anh/chị bấm nút. Không hỏi tên hay thông tin riêng, câu nào cũng sửa lại được.
< Câu 1/8. Ai sẽ đứng tên dự thi?
  [Một mình tôi] [Nhóm vài người] [Cơ quan, doanh nghiệp, HTX]

>> [Nhóm vài người]
< Câu 2/8. Người làm ra giải pháp đã đủ 18 tuổi chưa?
  [Đủ 18 tuổi] [Có người dưới 18] [Quay lại]

>> [Có người dưới 18]
< Câu 3/8. Người dự thi sống hoặc làm việc ở Lạng Sơn không?
  [Có, ở Lạng Sơn] [Không, ở tỉnh khác] [Quay lại]

>> [Có, ở Lạng Sơn]
< Câu 4/8. Giải pháp của anh/chị là gì?
  [Máy, dụng cụ, sản phẩm] [Cách làm, quy trình mới] [Phần mềm, ứng dụng] [Cách quản lý, tổ chức] [Quay lại]

>> [Phần mềm, ứng dụng]
< Câu 5/8. Giải pháp đã làm ra và dùng thật chưa?
  [Đã làm và đã dùng] [Làm rồi, chưa dùng] [Mới là ý tưởng] [Quay lại]

>> [Mới là ý tưởng]
< Câu 6/7. Giải pháp có gì khác cái đã có?
  [Tôi tự nghĩ ra] [Tôi cải tiến thêm] [Làm giống cái đã có] [Tôi không rõ] [Quay lại]

>> [Tôi tự nghĩ ra]
< Câu 7/7. Giải pháp đã đạt giải ở cuộc thi nào chưa?
  [Chưa đạt giải nào] [Đã đạt giải rồi] [Quay lại]

>> [Chưa đạt giải nào]
< Theo những gì anh/chị trả lời: CHƯA ĐỦ.
  ~
  Các lần trước chỉ nhận giải pháp đã làm ra và áp dụng. Nên làm thử, dùng thử rồi mới dự thi.
  ~
  Còn 188 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  ~
  Trợ lý chưa có Thể lệ lần này, nên kết quả này dựa theo các lần trước và có thể thay đổi: năm làm ra, tuổi, giải đã đạt, loại giải pháp.
  (Nguồn của từng điểm ghi ở tin dưới.)
< Vì sao, từng điểm một:
  ~
  ✓ Ai đứng tên: Nhóm vài người. Nhóm tác giả được dự thi. (chính thức: Kế hoạch 92/KH-BTC, mục IV.2, IV.3)
  ~
  ? Tuổi người làm ra: Có người dưới 18. Các em nên xem Cuộc thi Sáng tạo dành cho Thanh thiếu niên, nhi đồng, có hằng năm (lần 2019-2020: 6 đến 19 tuổi). Thi ở đây thì hỏi cán bộ; có tỉnh chỉ nhận từ 18 tuổi. (tham khảo: Cuộc thi Sáng tạo Thanh thiếu niên toàn quốc 2019-2020; Cuộc thi Sáng tạo Thanh thiếu niên, nhi đồng; Hội thi tỉnh Quảng Trị lần thứ 11)
  ~
  ✓ Nơi sống, làm việc: Có, ở Lạng Sơn. Lần thứ 4 nhận người đang sống và làm việc trong tỉnh. (tham khảo: Thông báo Hội thi tỉnh lần thứ 4 (2017))
  ~
  ✓ Giải pháp là gì: Phần mềm, ứng dụng. Các lần trước có lĩnh vực Công nghệ thông tin, điện tử, viễn thông, nên phần mềm được dự thi. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14)
  ~
  ✗ Đã làm ra chưa: Mới là ý tưởng. Các lần trước chỉ nhận giải pháp đã làm ra và áp dụng. Nên làm thử, dùng thử rồi mới dự thi. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14; Thông báo Hội thi tỉnh lần thứ 4 (2017))
  ~
  ✓ Cái mới: Tôi tự nghĩ ra. Hội thi tìm giải pháp có tính mới, tính sáng tạo. (chính thức: Kế hoạch 92/KH-BTC, mục I.1)
  ~
  ✓ Giải đã đạt: Chưa đạt giải nào. Chưa đạt giải thì không vướng quy định về giải pháp đã đoạt giải. (tham khảo: Thể lệ Hội thi toàn quốc lần thứ 14, mục 3)
  [Ai giúp tôi?] [Sửa câu trả lời] [Làm lại từ đầu] [Gặp cán bộ] [Menu]


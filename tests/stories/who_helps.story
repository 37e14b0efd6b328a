# Bà con hỏi xã mình là xã nào, tên cũ, tên trùng, gõ sai.
at: 2026-11-23T09:00
> ai giúp tôi
< Anh/chị cần giúp việc gì?
  [Làm và nộp hồ sơ] [Đăng ký sáng chế, giữ bản quyền] [Xã, phường của tôi] [Cơ quan, ngành, hội đoàn của tôi] [Gặp cán bộ] [Menu]

>> [Làm và nộp hồ sơ]
< Làm và nộp hồ sơ
  ~
  Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh (cơ quan thường trực Hội thi):
  - Hướng dẫn dự thi, soạn Thể lệ và tài liệu hướng dẫn
  - Nhận, tổng hợp và kiểm tra hồ sơ dự thi cấp tỉnh
  - Lo việc chấm thi, tổng kết, trao giải
  ~
  UBND xã, phường nơi anh/chị ở hoặc làm việc:
  - Tìm và giúp bà con có sáng kiến làm hồ sơ dự thi
  - Phổ biến Hội thi đến người dân, hộ sản xuất, kinh doanh
  ~
  Sở Khoa học và Công nghệ:
  - Giúp tác giả hoàn thiện hồ sơ và bản mô tả giải pháp
  - Hướng dẫn đăng ký bảo hộ quyền sở hữu trí tuệ
  - Giới thiệu, kết nối giải pháp có triển vọng với nơi cần dùng
  ~
  Các tổ chức chính trị - xã hội, Hiệp hội doanh nghiệp tỉnh:
  - Giúp đoàn viên, hội viên làm hồ sơ và mô tả giải pháp
  ~
  Trợ lý chưa được cung cấp số điện thoại, địa chỉ nơi này nên không ghi ở đây.
  (Nguồn: Kế hoạch 92/KH-BTC, mục IV.1, IV.6, IV.2, IV.5. Chính thức.)
  [Gặp cán bộ] [Menu]

> ai giúp tôi
< Anh/chị cần giúp việc gì?
  [Làm và nộp hồ sơ] [Đăng ký sáng chế, giữ bản quyền] [Xã, phường của tôi] [Cơ quan, ngành, hội đoàn của tôi] [Gặp cán bộ] [Menu]

>> [Xã, phường của tôi]
< Anh/chị ở xã, phường nào? Gõ tên mới hay tên cũ, có dấu hay không dấu đều được.
  [Menu]

> hoa binh
< Có vài nơi hợp với tên này. Anh/chị ở nơi nào?
  [Xã Thiện Long (có Xã Hòa Bình, H. Bình Gia cũ)] [Xã Văn Quan (có Xã Hòa Bình, H. Văn Quan cũ)] [Xã Yên Bình (có Xã Hòa Bình, H. Hữu Lũng cũ)] [Xã Vạn Linh (có Xã Hòa Bình, H. Chi Lăng cũ)] [Không phải, gõ lại]

>> [Xã Vạn Linh (có Xã Hòa Bình, H. Chi Lăng cũ)]
< Nơi của anh/chị từ 1/7/2025 là Xã Vạn Linh, gồm:
  - Xã Vạn Linh, Xã Hòa Bình, Xã Y Tịch (H. Chi Lăng cũ)
  ~
  UBND Xã Vạn Linh có nhiệm vụ:
  - Tìm và giúp bà con có sáng kiến làm hồ sơ dự thi
  - Phổ biến Hội thi đến người dân, hộ sản xuất, kinh doanh
  ~
  Trợ lý chưa được cung cấp số điện thoại, địa chỉ nơi này nên không ghi ở đây.
  (Nguồn: Kế hoạch 92/KH-BTC, mục IV.6. Chính thức. Tham khảo: Nghị quyết 1672/NQ-UBTVQH15; Bảng đối chiếu xã cũ, xã mới (vietnamadminunits 1.0.4). Bảng do người ngoài tổng hợp, có thể sai ở vài nơi.)
  [Tìm nơi khác] [Gặp cán bộ] [Menu]

>> [Tìm nơi khác]
< Anh/chị ở xã, phường nào? Gõ tên mới hay tên cũ, có dấu hay không dấu đều được.
  [Menu]

> thị trấn Cao Lộc
< Nơi của anh/chị từ 1/7/2025 là Phường Kỳ Lừa, gồm:
  - Phường Hoàng Văn Thụ (TP Lạng Sơn cũ)
  - TT Cao Lộc, Xã Hợp Thành, Xã Gia Cát, Xã Tân Liên (H. Cao Lộc cũ)
  ~
  UBND Phường Kỳ Lừa có nhiệm vụ:
  - Tìm và giúp bà con có sáng kiến làm hồ sơ dự thi
  - Phổ biến Hội thi đến người dân, hộ sản xuất, kinh doanh
  ~
  Trợ lý chưa được cung cấp số điện thoại, địa chỉ nơi này nên không ghi ở đây.
  (Nguồn: Kế hoạch 92/KH-BTC, mục IV.6. Chính thức. Tham khảo: Nghị quyết 1672/NQ-UBTVQH15; Bảng đối chiếu xã cũ, xã mới (vietnamadminunits 1.0.4). Bảng do người ngoài tổng hợp, có thể sai ở vài nơi.)
  [Tìm nơi khác] [Gặp cán bộ] [Menu]

>> [Tìm nơi khác]
< Anh/chị ở xã, phường nào? Gõ tên mới hay tên cũ, có dấu hay không dấu đều được.
  [Menu]

> dong moo
< Có phải anh/chị muốn nói Xã Chi Lăng (có TT Đồng Mỏ, H. Chi Lăng cũ) không?
  [Đúng rồi] [Không phải, gõ lại]

> đúng rồi
< Nơi của anh/chị từ 1/7/2025 là Xã Chi Lăng, gồm:
  - TT Đồng Mỏ, TT Chi Lăng, Xã Chi Lăng (H. Chi Lăng cũ)
  ~
  UBND Xã Chi Lăng có nhiệm vụ:
  - Tìm và giúp bà con có sáng kiến làm hồ sơ dự thi
  - Phổ biến Hội thi đến người dân, hộ sản xuất, kinh doanh
  ~
  Trợ lý chưa được cung cấp số điện thoại, địa chỉ nơi này nên không ghi ở đây.
  (Nguồn: Kế hoạch 92/KH-BTC, mục IV.6. Chính thức. Tham khảo: Nghị quyết 1672/NQ-UBTVQH15; Bảng đối chiếu xã cũ, xã mới (vietnamadminunits 1.0.4). Bảng do người ngoài tổng hợp, có thể sai ở vài nơi.)
  [Tìm nơi khác] [Gặp cán bộ] [Menu]

>> [Tìm nơi khác]
< Anh/chị ở xã, phường nào? Gõ tên mới hay tên cũ, có dấu hay không dấu đều được.
  [Menu]

> Thành phố Hồ Chí Minh
< Có phải anh/chị muốn nói Xã Thất Khê (có Xã Chí Minh, H. Tràng Định cũ) không?
  [Đúng rồi] [Không phải, gõ lại]
> không phải
< Anh/chị ở xã, phường nào? Gõ tên mới hay tên cũ, có dấu hay không dấu đều được.
  [Menu]
>> [Menu]
< Anh/chị muốn xem gì? Cứ bấm nút, hoặc gõ câu hỏi của mình.
  [Tiếp tục: Tìm xã, phường] [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]
> xã Yên Phúc
< Nơi của anh/chị từ 1/7/2025 là Xã Yên Phúc, gồm:
  - Xã An Sơn, Xã Bình Phúc, Xã Yên Phúc (H. Văn Quan cũ)
  ~
  UBND Xã Yên Phúc có nhiệm vụ:
  - Tìm và giúp bà con có sáng kiến làm hồ sơ dự thi
  - Phổ biến Hội thi đến người dân, hộ sản xuất, kinh doanh
  ~
  Trợ lý chưa được cung cấp số điện thoại, địa chỉ nơi này nên không ghi ở đây.
  (Nguồn: Kế hoạch 92/KH-BTC, mục IV.6. Chính thức. Tham khảo: Nghị quyết 1672/NQ-UBTVQH15; Bảng đối chiếu xã cũ, xã mới (vietnamadminunits 1.0.4). Bảng do người ngoài tổng hợp, có thể sai ở vài nơi.)
  [Tìm nơi khác] [Gặp cán bộ] [Menu]

at: 2026-11-23T09:00
as: nong_van_thu
> /start
< Chào anh/chị. Tôi là trợ lý tự động của Hội thi Sáng tạo Kỹ thuật tỉnh Lạng Sơn lần thứ 9 (2026-2027).
  Tôi hướng dẫn dự thi và trả lời câu hỏi; cần người thật thì bấm «Gặp cán bộ».
  [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]
> Hạn nộp hồ sơ là ngày nào?
< Còn 188 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  [Lịch và hạn nộp] [Hồ sơ gồm những gì?] [Không đúng ý tôi] [Menu]

as: ba_an
> /start
< Chào anh/chị. Tôi là trợ lý tự động của Hội thi Sáng tạo Kỹ thuật tỉnh Lạng Sơn lần thứ 9 (2026-2027).
  Tôi hướng dẫn dự thi và trả lời câu hỏi; cần người thật thì bấm «Gặp cán bộ».
  [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]
> may i enter with a group?
< Được: Kế hoạch nói đến cả tác giả và nhóm tác giả. Tối đa mấy người, chia phần thế nào thì chưa thấy quy định. Làm hồ sơ ở đây thì ghi từng người, chọn người đại diện và chia phần đóng góp cho đủ 100.
  (Nguồn: Kế hoạch 92/KH-BTC, mục IV.2. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  [Làm hồ sơ dự thi] [Hồ sơ gồm những gì?] [Không đúng ý tôi] [Menu]

at: 2026-12-15T09:00
staff: chi_thu secretary
staff: truong_phong head
as: chi_thu
>> [Bàn làm việc]
< Bàn làm việc. Vai của anh/chị: Thư ký.
  [Việc hôm nay] [Việc của tôi] [Hồ sơ chờ duyệt] [Việc chờ duyệt] [Hồ sơ chờ góp ý] [Danh sách và báo cáo] [Thông báo và hỏi đáp] [Người và nhật ký] [Menu]
>> [Thông báo và hỏi đáp]
< Thông báo và hỏi đáp
  [Soạn thông báo] [Thông báo đã gửi] [Câu chưa trả lời được] [Thông tin Hội thi] [Bàn làm việc] [Menu]
>> [Thông tin Hội thi]
< Muốn xem hay sửa thông tin nào? Gõ vài chữ để tìm, ví dụ «hạn nộp», «lệ phí»; hoặc chọn một nhóm:
  [Các mốc thời gian] [Câu trả lời có sẵn] [Cơ quan, nơi liên hệ] [Lĩnh vực dự thi] [Điều kiện dự thi] [Hồ sơ gồm những gì] [Điều chưa rõ] [Câu dặn chung] [Giờ làm việc] [Xã, phường] [Bàn làm việc]
> hạn nộp
< Có phải một trong những thông tin này?
  - Nhận hồ sơ dự thi
  - Hạn cuối nộp hồ sơ là ngày nào?
  - Nộp muộn được không, có gia hạn không?
  - Trợ lý có nhắc khi gần hết hạn không, tắt nhắc thế nào?
  - Nộp hồ sơ ở đâu?
  - Đã nộp rồi có sửa, bổ sung được không?
  - Bây giờ đã nộp được chưa, bao giờ bắt đầu nhận?
  - Không thi nữa, muốn rút hồ sơ thì làm sao?
  [Nhận hồ sơ dự thi] [Hạn cuối nộp hồ sơ là ngày nào?] [Nộp muộn được không, có gia hạn không?] [Trợ lý có nhắc khi gần hết hạn không, tắt nhắc thế nào?] [Nộp hồ sơ ở đâu?] [Đã nộp rồi có sửa, bổ sung được không?] [Bây giờ đã nộp được chưa, bao giờ bắt đầu nhận?] [Không thi nữa, muốn rút hồ sơ thì làm sao?] [Thông tin Hội thi] [Bàn làm việc] [Menu]
>> [Nhận hồ sơ dự thi]
< Nhận hồ sơ dự thi
  đến hết ngày 30/5/2027
  ~
  Mức chắc chắn và nguồn: chính thức: Kế hoạch 92/KH-BTC, mục II.3
  ~
  Chưa sửa lần nào.
  [Sửa] [Thông tin Hội thi] [Bàn làm việc] [Menu]
>> [Sửa]
< Nhận hồ sơ dự thi
  Đang ghi: đến hết ngày 30/5/2027
  ~
  Gõ thời gian mới. Ví dụ: «30/5/2027», «đến hết 30/5/2027», «trước 30/5/2027», «từ 1/5/2027 đến 30/5/2027». Chưa chắc thì thêm «dự kiến» ở đầu; có thể chỉ ghi tháng hoặc quý.
  [Giữ nguyên] [Bàn làm việc]
> 15/6
< Tôi chưa đọc được ngày. Viết đủ ngày, tháng, năm (bốn chữ số), cách nhau bằng dấu gạch.
< Nhận hồ sơ dự thi
  Đang ghi: đến hết ngày 30/5/2027
  ~
  Gõ thời gian mới. Ví dụ: «30/5/2027», «đến hết 30/5/2027», «trước 30/5/2027», «từ 1/5/2027 đến 30/5/2027». Chưa chắc thì thêm «dự kiến» ở đầu; có thể chỉ ghi tháng hoặc quý.
  [Giữ nguyên] [Bàn làm việc]
> 15/6/2027
< Thông tin này theo văn bản nào? Chọn, hoặc gõ tên văn bản mới: loại, số, ngày, nơi ban hành.
  ~
  Nguồn đang ghi: Kế hoạch 92/KH-BTC, mục II.3
  [Kế hoạch 92/KH-BTC] [Giữ nguồn cũ] [Bàn làm việc] [Quay lại]
> Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức
< Ở mục hay điều nào? Gõ số, ví dụ «II.3» hoặc «Điều 5».
  [Không ghi mục] [Bàn làm việc] [Quay lại]
> Điều 1
< Có tệp hay ảnh chụp văn bản thì gửi vào đây: ai hỏi, tôi gửi cho họ xem. Một tệp thôi.
  [Không có tệp] [Bàn làm việc] [Quay lại]
>> {quyet_dinh_07.jpg}
< Điều này chắc đến đâu?
  ~
  Đang ghi: chính thức: Kế hoạch 92/KH-BTC, mục II.3
  [Chính thức] [Chỉ tham khảo] [Chưa công bố] [Giữ nguyên] [Bàn làm việc] [Quay lại]
>> [Chính thức]
< Đã ghi thay đổi này, chưa ai thấy. Đang soạn 1 thay đổi: xem trước rồi gửi duyệt, hoặc sửa thêm thông tin khác.
  [Xem các thay đổi đang soạn] [Thông tin Hội thi] [Bàn làm việc] [Menu]
>> [Xem các thay đổi đang soạn]
< Sửa 1 thông tin:
  ~
  Nhận hồ sơ dự thi
  Cũ: đến hết ngày 30/5/2027 (chính thức: Kế hoạch 92/KH-BTC, mục II.3)
  Mới: đến hết ngày 15/6/2027 (chính thức: Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1)
  ~
  Văn bản mới được dẫn: Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức
  ~
  Có 18 chỗ trợ lý nói khác đi:
  ~
  - Làm hồ sơ ngay trong chat này thế nào?
  Cũ: Bấm «Làm hồ sơ dự thi», rồi «Làm hồ sơ mới». Tôi xin phép trước, rồi hỏi từng câu ngắn, có ví dụ; anh/chị gõ, nói thành ghi âm, gửi ảnh. Nghỉ rồi làm tiếp được. Đủ mục thì in ra ký, và bấm «Nộp hồ sơ». Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  Mới: Bấm «Làm hồ sơ dự thi», rồi «Làm hồ sơ mới». Tôi xin phép trước, rồi hỏi từng câu ngắn, có ví dụ; anh/chị gõ, nói thành ghi âm, gửi ảnh. Nghỉ rồi làm tiếp được. Đủ mục thì in ra ký, và bấm «Nộp hồ sơ». Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  ~
  - Hạn cuối nộp hồ sơ là ngày nào?
  Cũ: Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  ~
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  Mới: Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  (Hạn nộp: Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  ~
  - Hạn rơi vào cuối tuần, nhận đến mấy giờ?
  Cũ: Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  Kế hoạch không nói ngày cuối nhận đến mấy giờ, và không nói cuối tuần có người nhận hay không. Cần biết chắc thì hỏi cán bộ.
  ~
  (Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục II.3.)
  Mới: Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  Kế hoạch không nói ngày cuối nhận đến mấy giờ, và không nói cuối tuần có người nhận hay không. Cần biết chắc thì hỏi cán bộ.
  ~
  (Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục II.3; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1.)
  ~
  - Hội thi có những mốc thời gian nào?
  Cũ: Nhận hồ sơ: đến hết ngày 30/5/2027. Chấm thi: tháng 6, tháng 7 năm 2027. Chọn và giúp hoàn thiện giải pháp đi thi toàn quốc: trước ngày 20/8/2027. Tổng kết, trao giải: dự kiến tháng 10 năm 2027.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II. Chính thức.)
  Mới: Nhận hồ sơ: đến hết ngày 15/6/2027. Chấm thi: tháng 6, tháng 7 năm 2027. Chọn và giúp hoàn thiện giải pháp đi thi toàn quốc: trước ngày 20/8/2027. Tổng kết, trao giải: dự kiến tháng 10 năm 2027.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Chính thức.)
  ~
  - Hội thi mấy năm một lần?
  Cũ: Hai năm một lần. Ở tỉnh ta, lần thứ 7 tổng kết năm 2023, lần thứ 8 năm 2025; lần này là Hội thi Sáng tạo Kỹ thuật tỉnh Lạng Sơn lần thứ 9 (2026-2027). Kỳ sau nữa chưa thấy lịch. Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Mới: Hai năm một lần. Ở tỉnh ta, lần thứ 7 tổng kết năm 2023, lần thứ 8 năm 2025; lần này là Hội thi Sáng tạo Kỹ thuật tỉnh Lạng Sơn lần thứ 9 (2026-2027). Kỳ sau nữa chưa thấy lịch. Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  - Mới có ý tưởng, chưa làm ra có thi được không?
  Cũ: Các lần trước đòi giải pháp đã làm ra và đã áp dụng, nên mới có ý tưởng thì chưa đủ. Lần này có đòi như vậy hay không thì còn chờ Thể lệ. Làm thử, dùng thử thì nhớ ghi ngày, ghi kết quả, chụp ảnh. Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Mới: Các lần trước đòi giải pháp đã làm ra và đã áp dụng, nên mới có ý tưởng thì chưa đủ. Lần này có đòi như vậy hay không thì còn chờ Thể lệ. Làm thử, dùng thử thì nhớ ghi ngày, ghi kết quả, chụp ảnh. Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  - Nộp qua mạng, email, Zalo được không?
  Cũ: Gửi ngay ở đây được: bấm «Làm hồ sơ dự thi», đủ mục thì «Nộp hồ sơ», có biên nhận. Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027. Thể lệ chưa thấy công bố, nên chưa biết nộp vậy đã được tính chưa: cứ in, ký sẵn và hỏi cán bộ. Email, Zalo thì Kế hoạch không nói đến.
  ~
  (Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục II.3, III.2. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  Mới: Gửi ngay ở đây được: bấm «Làm hồ sơ dự thi», đủ mục thì «Nộp hồ sơ», có biên nhận. Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027. Thể lệ chưa thấy công bố, nên chưa biết nộp vậy đã được tính chưa: cứ in, ký sẵn và hỏi cán bộ. Email, Zalo thì Kế hoạch không nói đến.
  ~
  (Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục II.3, III.2; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  ~
  - Gửi bưu điện được không, tính ngày nào?
  Cũ: Kế hoạch không nói đến gửi bưu điện. Cà Mau từng cho gửi và tính theo ngày trên dấu bưu điện, nhưng ở ta chưa rõ. Ai gửi bưu điện thì giữ biên lai, và hỏi cán bộ đã nhận được chưa. Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  ~
  (Tham khảo: Hội thi tỉnh Cà Mau lần thứ 8; Kế hoạch 92/KH-BTC, mục II.3. Trợ lý chưa có Thể lệ lần này; có thể khác.)
  Mới: Kế hoạch không nói đến gửi bưu điện. Cà Mau từng cho gửi và tính theo ngày trên dấu bưu điện, nhưng ở ta chưa rõ. Ai gửi bưu điện thì giữ biên lai, và hỏi cán bộ đã nhận được chưa. Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  (Tham khảo: Hội thi tỉnh Cà Mau lần thứ 8; Kế hoạch 92/KH-BTC, mục II.3; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Trợ lý chưa có Thể lệ lần này; có thể khác.)
  ~
  - Có phải thi cấp xã, cấp ngành trước không?
  Cũ: Kế hoạch không bắt phải qua vòng nào trước, và không nói đến vòng cấp xã. Ngành nào có điều kiện thì tổ chức hội thi cấp ngành, xong trước hạn nhận hồ sơ 30/5/2027; anh/chị hỏi ngành mình xem có không. Thể lệ còn có thể nói thêm.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3, IV.3. Chính thức.)
  Mới: Kế hoạch không bắt phải qua vòng nào trước, và không nói đến vòng cấp xã. Ngành nào có điều kiện thì tổ chức hội thi cấp ngành, xong trước hạn nhận hồ sơ 15/6/2027; anh/chị hỏi ngành mình xem có không. Thể lệ còn có thể nói thêm.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3, IV.3; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Chính thức.)
  ~
  - Nộp muộn được không, có gia hạn không?
  Cũ: Kế hoạch không nói đến nhận muộn hay gia hạn. Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027. Hồ sơ làm ở đây mà lỡ hạn thì mở ra bấm «Tôi vẫn muốn nộp»: giờ giấc được ghi lại, nhận hay không do Ban Tổ chức quyết định.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  Mới: Kế hoạch không nói đến nhận muộn hay gia hạn. Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027. Hồ sơ làm ở đây mà lỡ hạn thì mở ra bấm «Tôi vẫn muốn nộp»: giờ giấc được ghi lại, nhận hay không do Ban Tổ chức quyết định.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  ~
  - Bây giờ đã nộp được chưa, bao giờ bắt đầu nhận?
  Cũ: Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027. Kế hoạch không ghi từ ngày nào thì bắt đầu nhận. Trong hạn thì làm và nộp ở đây được ngay; bản giấy thì hỏi cán bộ xem đã nhận chưa.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  Mới: Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027. Kế hoạch không ghi từ ngày nào thì bắt đầu nhận. Trong hạn thì làm và nộp ở đây được ngay; bản giấy thì hỏi cán bộ xem đã nhận chưa.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  ~
  - Lịch và hạn nộp
  Cũ: ➤ 3. Nhận hồ sơ dự thi: đến hết ngày 30/5/2027. Đang trong thời gian này.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.1, II.2, II.3, II.4, II.5, II.6. Chính thức.)
  ~
  Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  ~
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  Mới: ➤ 3. Nhận hồ sơ dự thi: đến hết ngày 15/6/2027. Đang trong thời gian này.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.1, II.2, II.4, II.5, II.6; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Chính thức.)
  ~
  Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  (Hạn nộp: Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  ~
  - Lưu vào lịch điện thoại
  Cũ: Mở tệp này trên điện thoại để lưu các mốc vào lịch. Máy sẽ nhắc trước hạn nộp 30/5/2027.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.1, II.2, II.3, II.4, II.5, II.6. Chính thức.)
  Mới: Mở tệp này trên điện thoại để lưu các mốc vào lịch. Máy sẽ nhắc trước hạn nộp 15/6/2027.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.1, II.2, II.4, II.5, II.6; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Chính thức.)
  ~
  - Hồ sơ dự thi: Một người
  - Hồ sơ dự thi: Một nhóm
  - Hồ sơ dự thi: Cơ quan, doanh nghiệp, HTX
  Cũ: Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Mới: Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  - Kiểm tra điều kiện dự thi
  Cũ: Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  Mới: Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  - Hồ sơ của tôi
  Cũ: Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Mới: Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  1 người từng được trả lời theo điều cũ. Khi làm, mỗi người được báo một lần.
  {quyet_dinh_07.jpg}
  [Gửi người thứ hai duyệt] [Sửa thêm thông tin khác] [Bỏ thay đổi: Nhận hồ sơ dự thi] [Bỏ hết, không sửa nữa] [Bàn làm việc] [Menu]
>> [Gửi người thứ hai duyệt]
< Đã ghi lại. Việc này cần người thứ hai duyệt.
  ~
  Tôi đã báo cho 1 người có quyền duyệt. Ai duyệt hay không, tôi sẽ nhắn lại.
  [Việc chờ duyệt] [Bàn làm việc] [Menu]

as: truong_phong
>> [Việc chờ duyệt]
< Có 1 việc chờ duyệt hoặc chờ đến giờ làm:
  - Số 1: sửa một thông tin của Hội thi; người số 1 đề nghị lúc 09:00, 15/12/2026
  [Xem việc số 1] [Bàn làm việc] [Menu]
>> [Xem việc số 1]
< Số 1: sửa một thông tin của Hội thi; người số 1 đề nghị lúc 09:00, 15/12/2026
  ~
  Sửa 1 thông tin:
  ~
  Nhận hồ sơ dự thi
  Cũ: đến hết ngày 30/5/2027 (chính thức: Kế hoạch 92/KH-BTC, mục II.3)
  Mới: đến hết ngày 15/6/2027 (chính thức: Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1)
  ~
  Văn bản mới được dẫn: Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức
  ~
  Có 18 chỗ trợ lý nói khác đi:
  ~
  - Làm hồ sơ ngay trong chat này thế nào?
  Cũ: Bấm «Làm hồ sơ dự thi», rồi «Làm hồ sơ mới». Tôi xin phép trước, rồi hỏi từng câu ngắn, có ví dụ; anh/chị gõ, nói thành ghi âm, gửi ảnh. Nghỉ rồi làm tiếp được. Đủ mục thì in ra ký, và bấm «Nộp hồ sơ». Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  Mới: Bấm «Làm hồ sơ dự thi», rồi «Làm hồ sơ mới». Tôi xin phép trước, rồi hỏi từng câu ngắn, có ví dụ; anh/chị gõ, nói thành ghi âm, gửi ảnh. Nghỉ rồi làm tiếp được. Đủ mục thì in ra ký, và bấm «Nộp hồ sơ». Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  ~
  - Hạn cuối nộp hồ sơ là ngày nào?
  Cũ: Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  ~
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  Mới: Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  (Hạn nộp: Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  ~
  - Hạn rơi vào cuối tuần, nhận đến mấy giờ?
  Cũ: Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  Kế hoạch không nói ngày cuối nhận đến mấy giờ, và không nói cuối tuần có người nhận hay không. Cần biết chắc thì hỏi cán bộ.
  ~
  (Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục II.3.)
  Mới: Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  Kế hoạch không nói ngày cuối nhận đến mấy giờ, và không nói cuối tuần có người nhận hay không. Cần biết chắc thì hỏi cán bộ.
  ~
  (Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục II.3; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1.)
  ~
  - Hội thi có những mốc thời gian nào?
  Cũ: Nhận hồ sơ: đến hết ngày 30/5/2027. Chấm thi: tháng 6, tháng 7 năm 2027. Chọn và giúp hoàn thiện giải pháp đi thi toàn quốc: trước ngày 20/8/2027. Tổng kết, trao giải: dự kiến tháng 10 năm 2027.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II. Chính thức.)
  Mới: Nhận hồ sơ: đến hết ngày 15/6/2027. Chấm thi: tháng 6, tháng 7 năm 2027. Chọn và giúp hoàn thiện giải pháp đi thi toàn quốc: trước ngày 20/8/2027. Tổng kết, trao giải: dự kiến tháng 10 năm 2027.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Chính thức.)
  ~
  - Hội thi mấy năm một lần?
  Cũ: Hai năm một lần. Ở tỉnh ta, lần thứ 7 tổng kết năm 2023, lần thứ 8 năm 2025; lần này là Hội thi Sáng tạo Kỹ thuật tỉnh Lạng Sơn lần thứ 9 (2026-2027). Kỳ sau nữa chưa thấy lịch. Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Mới: Hai năm một lần. Ở tỉnh ta, lần thứ 7 tổng kết năm 2023, lần thứ 8 năm 2025; lần này là Hội thi Sáng tạo Kỹ thuật tỉnh Lạng Sơn lần thứ 9 (2026-2027). Kỳ sau nữa chưa thấy lịch. Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  - Mới có ý tưởng, chưa làm ra có thi được không?
  Cũ: Các lần trước đòi giải pháp đã làm ra và đã áp dụng, nên mới có ý tưởng thì chưa đủ. Lần này có đòi như vậy hay không thì còn chờ Thể lệ. Làm thử, dùng thử thì nhớ ghi ngày, ghi kết quả, chụp ảnh. Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Mới: Các lần trước đòi giải pháp đã làm ra và đã áp dụng, nên mới có ý tưởng thì chưa đủ. Lần này có đòi như vậy hay không thì còn chờ Thể lệ. Làm thử, dùng thử thì nhớ ghi ngày, ghi kết quả, chụp ảnh. Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  - Nộp qua mạng, email, Zalo được không?
  Cũ: Gửi ngay ở đây được: bấm «Làm hồ sơ dự thi», đủ mục thì «Nộp hồ sơ», có biên nhận. Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027. Thể lệ chưa thấy công bố, nên chưa biết nộp vậy đã được tính chưa: cứ in, ký sẵn và hỏi cán bộ. Email, Zalo thì Kế hoạch không nói đến.
  ~
  (Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục II.3, III.2. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  Mới: Gửi ngay ở đây được: bấm «Làm hồ sơ dự thi», đủ mục thì «Nộp hồ sơ», có biên nhận. Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027. Thể lệ chưa thấy công bố, nên chưa biết nộp vậy đã được tính chưa: cứ in, ký sẵn và hỏi cán bộ. Email, Zalo thì Kế hoạch không nói đến.
  ~
  (Chưa thấy văn bản nào nói rõ. Đã xem: Kế hoạch 92/KH-BTC, mục II.3, III.2; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  ~
  - Gửi bưu điện được không, tính ngày nào?
  Cũ: Kế hoạch không nói đến gửi bưu điện. Cà Mau từng cho gửi và tính theo ngày trên dấu bưu điện, nhưng ở ta chưa rõ. Ai gửi bưu điện thì giữ biên lai, và hỏi cán bộ đã nhận được chưa. Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  ~
  (Tham khảo: Hội thi tỉnh Cà Mau lần thứ 8; Kế hoạch 92/KH-BTC, mục II.3. Trợ lý chưa có Thể lệ lần này; có thể khác.)
  Mới: Kế hoạch không nói đến gửi bưu điện. Cà Mau từng cho gửi và tính theo ngày trên dấu bưu điện, nhưng ở ta chưa rõ. Ai gửi bưu điện thì giữ biên lai, và hỏi cán bộ đã nhận được chưa. Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  (Tham khảo: Hội thi tỉnh Cà Mau lần thứ 8; Kế hoạch 92/KH-BTC, mục II.3; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Trợ lý chưa có Thể lệ lần này; có thể khác.)
  ~
  - Có phải thi cấp xã, cấp ngành trước không?
  Cũ: Kế hoạch không bắt phải qua vòng nào trước, và không nói đến vòng cấp xã. Ngành nào có điều kiện thì tổ chức hội thi cấp ngành, xong trước hạn nhận hồ sơ 30/5/2027; anh/chị hỏi ngành mình xem có không. Thể lệ còn có thể nói thêm.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3, IV.3. Chính thức.)
  Mới: Kế hoạch không bắt phải qua vòng nào trước, và không nói đến vòng cấp xã. Ngành nào có điều kiện thì tổ chức hội thi cấp ngành, xong trước hạn nhận hồ sơ 15/6/2027; anh/chị hỏi ngành mình xem có không. Thể lệ còn có thể nói thêm.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3, IV.3; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Chính thức.)
  ~
  - Nộp muộn được không, có gia hạn không?
  Cũ: Kế hoạch không nói đến nhận muộn hay gia hạn. Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027. Hồ sơ làm ở đây mà lỡ hạn thì mở ra bấm «Tôi vẫn muốn nộp»: giờ giấc được ghi lại, nhận hay không do Ban Tổ chức quyết định.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  Mới: Kế hoạch không nói đến nhận muộn hay gia hạn. Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027. Hồ sơ làm ở đây mà lỡ hạn thì mở ra bấm «Tôi vẫn muốn nộp»: giờ giấc được ghi lại, nhận hay không do Ban Tổ chức quyết định.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  ~
  - Bây giờ đã nộp được chưa, bao giờ bắt đầu nhận?
  Cũ: Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027. Kế hoạch không ghi từ ngày nào thì bắt đầu nhận. Trong hạn thì làm và nộp ở đây được ngay; bản giấy thì hỏi cán bộ xem đã nhận chưa.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  Mới: Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027. Kế hoạch không ghi từ ngày nào thì bắt đầu nhận. Trong hạn thì làm và nộp ở đây được ngay; bản giấy thì hỏi cán bộ xem đã nhận chưa.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.3; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Chính thức. Phần nói về trợ lý là cách trợ lý đang làm việc.)
  ~
  - Lịch và hạn nộp
  Cũ: ➤ 3. Nhận hồ sơ dự thi: đến hết ngày 30/5/2027. Đang trong thời gian này.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.1, II.2, II.3, II.4, II.5, II.6. Chính thức.)
  ~
  Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  ~
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  Mới: ➤ 3. Nhận hồ sơ dự thi: đến hết ngày 15/6/2027. Đang trong thời gian này.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.1, II.2, II.4, II.5, II.6; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Chính thức.)
  ~
  Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  (Hạn nộp: Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  ~
  - Lưu vào lịch điện thoại
  Cũ: Mở tệp này trên điện thoại để lưu các mốc vào lịch. Máy sẽ nhắc trước hạn nộp 30/5/2027.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.1, II.2, II.3, II.4, II.5, II.6. Chính thức.)
  Mới: Mở tệp này trên điện thoại để lưu các mốc vào lịch. Máy sẽ nhắc trước hạn nộp 15/6/2027.
  ~
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.1, II.2, II.4, II.5, II.6; Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1. Chính thức.)
  ~
  - Hồ sơ dự thi: Một người
  - Hồ sơ dự thi: Một nhóm
  - Hồ sơ dự thi: Cơ quan, doanh nghiệp, HTX
  Cũ: Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Mới: Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  - Kiểm tra điều kiện dự thi
  Cũ: Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  Mới: Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  - Hồ sơ của tôi
  Cũ: Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Mới: Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  ~
  1 người từng được trả lời theo điều cũ. Khi làm, mỗi người được báo một lần.
  ~
  Đang chờ người thứ hai duyệt.
  {quyet_dinh_07.jpg}
  [Duyệt] [Không duyệt] [Việc chờ duyệt] [Bàn làm việc] [Menu]
>> [Duyệt]
< Đã duyệt, sẽ làm lúc 09:10, 15/12/2026. Trước giờ đó, người đề nghị và người duyệt còn rút lại được.
  [Rút lại] [Việc chờ duyệt] [Bàn làm việc] [Menu]

later: 2026-12-15T09:05
as: nong_van_thu
> hạn nộp?
< Lịch Hội thi Sáng tạo Kỹ thuật Lạng Sơn
  ~
  ✓ 1. Ban hành Thể lệ, phát động Hội thi: quý II năm 2026. Thời gian này đã qua.
  Trợ lý chưa có văn bản Thể lệ. Khi có, các câu trả lời sẽ được sửa theo.
  ➤ 2. Tuyên truyền, hướng dẫn tham gia: từ năm 2026 đến tháng 5 năm 2027. Đang trong thời gian này.
  ➤ 3. Nhận hồ sơ dự thi: đến hết ngày 30/5/2027. Đang trong thời gian này.
  Ngành nào có hội thi riêng thì phải xong trước ngày này. Kế hoạch không ghi ngày bắt đầu nhận.
  ○ 4. Tổ chức chấm thi: tháng 6, tháng 7 năm 2027. Sắp tới.
  ○ 5. Chọn và giúp hoàn thiện giải pháp đi thi toàn quốc: trước ngày 20/8/2027. Sắp tới.
  ○ 6. Tổng kết, trao giải: dự kiến tháng 10 năm 2027. Sắp tới.
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.1, II.2, II.3, II.4, II.5, II.6. Chính thức.)
  {lich-hoi-thi.png}
< Còn 166 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  Kế hoạch không ghi nhận hồ sơ đến mấy giờ trong ngày cuối.
  Gửi bưu điện thì tính ngày gửi hay ngày nhận: trợ lý chưa thấy quy định nào.
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  [Lưu vào lịch điện thoại] [Menu]

later: 2026-12-15T09:11
to chi_thu:
< Việc số 1 đã làm: từ giờ trợ lý trả lời theo thông tin mới. 1 người từng nghe điều cũ đang được báo.
  [Thông tin Hội thi] [Bàn làm việc]
to nong_van_thu:
< Có điều tôi từng nói với anh/chị nay đã đổi:
  ~
  Nhận hồ sơ dự thi
  Trước đây tôi nói: đến hết ngày 30/5/2027
  Nay là: đến hết ngày 15/6/2027
  Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  (chính thức: Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1)
  [Hạn cuối nộp hồ sơ là ngày nào?] [Lịch và hạn nộp] [Hồ sơ gồm những gì?] [Menu]
to truong_phong:
< Việc số 1 đã làm: từ giờ trợ lý trả lời theo thông tin mới. 1 người từng nghe điều cũ đang được báo.
  [Thông tin Hội thi] [Bàn làm việc]
as: nong_van_thu
>> [Hạn cuối nộp hồ sơ là ngày nào?]
< Còn 182 ngày đến hạn nộp hồ sơ: Thứ Ba, 15/6/2027.
  (Hạn nộp: Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức, mục 1, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  [Lịch và hạn nộp] [Hồ sơ gồm những gì?] [Mở văn bản: Quyết định số 07/QĐ-BTC ngày 14/12/2026 của Ban Tổ chức] [Không đúng ý tôi] [Menu]
later: 2026-12-16T09:00

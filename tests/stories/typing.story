# Bác không quen bấm nút: gõ gì cũng được hiểu, sai cũng không ai bị bỏ quên.
at: 2026-11-23T19:40
> chào em
< Chào anh/chị. Anh/chị cần tôi giúp việc gì?
  [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]
> cho bác về menu với
< Anh/chị muốn xem gì? Cứ bấm nút, hoặc gõ câu hỏi của mình.
  [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]
> tôi có được dự thi không
< Tôi hỏi vài câu ngắn, anh/chị bấm nút. Không hỏi tên hay thông tin riêng, câu nào cũng sửa lại được.
< Câu 1/8. Ai sẽ đứng tên dự thi?
  [Một mình tôi] [Nhóm vài người] [Cơ quan, doanh nghiệp, HTX]
> toi
< Anh/chị chọn một trong các nút dưới đây giúp tôi.
< Câu 1/8. Ai sẽ đứng tên dự thi?
  [Một mình tôi] [Nhóm vài người] [Cơ quan, doanh nghiệp, HTX]
> 7
< Anh/chị chọn một trong các nút dưới đây giúp tôi.
< Câu 1/8. Ai sẽ đứng tên dự thi?
  [Một mình tôi] [Nhóm vài người] [Cơ quan, doanh nghiệp, HTX]
> Nhóm
< Câu 2/8. Người làm ra giải pháp đã đủ 18 tuổi chưa?
  [Đủ 18 tuổi] [Có người dưới 18] [Quay lại]
> bao giờ trao giải?
< Lễ tổng kết, trao giải: dự kiến tháng 10 năm 2027. Ngày cụ thể, địa điểm và ai được mời thì Kế hoạch không ghi.
  (Nguồn: Kế hoạch 92/KH-BTC, mục II.6. Chính thức.)
  [Lịch và hạn nộp] [Không đúng ý tôi]
< Câu 2/8. Người làm ra giải pháp đã đủ 18 tuổi chưa?
  [Đủ 18 tuổi] [Có người dưới 18] [Quay lại]
> vâng
< Anh/chị chọn một trong các nút dưới đây giúp tôi.
< Câu 2/8. Người làm ra giải pháp đã đủ 18 tuổi chưa?
  [Đủ 18 tuổi] [Có người dưới 18] [Quay lại]
> du 18 tuoi a
< Câu 3/8. Người dự thi sống hoặc làm việc ở Lạng Sơn không?
  [Có, ở Lạng Sơn] [Không, ở tỉnh khác] [Quay lại]
> ở lạng sơn
< Câu 4/8. Giải pháp của anh/chị là gì?
  [Máy, dụng cụ, sản phẩm] [Cách làm, quy trình mới] [Phần mềm, ứng dụng] [Cách quản lý, tổ chức] [Quay lại]
> english
< From now on I speak English.
< Question 4 of 8. What is your solution?
  [A machine, tool or product] [A new method or process] [Software or an app] [A way to manage or organise] [Back]
> a machine
< Question 5 of 8. Has it been made and really used?
  [Made and used] [Made, not used yet] [Only an idea so far] [Back]
> tiếng việt
< Từ giờ tôi nói tiếng Việt.
< Câu 5/8. Giải pháp đã làm ra và dùng thật chưa?
  [Đã làm và đã dùng] [Làm rồi, chưa dùng] [Mới là ý tưởng] [Quay lại]
>> {may.jpg} hạn nộp là ngày nào ạ?
< Đã nhận và giữ 1 tệp.
< Còn 188 ngày đến hạn nộp hồ sơ: Chủ Nhật, 30/5/2027.
  Hạn rơi vào ngày nghỉ cuối tuần. Nên nộp chậm nhất Thứ Sáu, 28/5/2027, ngày làm việc cuối cùng trước đó.
  (Hạn nộp: Kế hoạch 92/KH-BTC, mục II.3, chính thức. Lời khuyên và những điều chưa rõ là của trợ lý.)
  [Lịch và hạn nộp] [Hồ sơ gồm những gì?] [Không đúng ý tôi]
< Câu 5/8. Giải pháp đã làm ra và dùng thật chưa?
  [Đã làm và đã dùng] [Làm rồi, chưa dùng] [Mới là ý tưởng] [Quay lại]
> thoát
< Anh/chị muốn xem gì? Cứ bấm nút, hoặc gõ câu hỏi của mình.
  [Tiếp tục: Kiểm tra điều kiện dự thi] [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]
> quay lại
< Câu 5/8. Giải pháp đã làm ra và dùng thật chưa?
  [Đã làm và đã dùng] [Làm rồi, chưa dùng] [Mới là ý tưởng] [Quay lại]
> bỏ qua
< Anh/chị muốn xem gì? Cứ bấm nút, hoặc gõ câu hỏi của mình.
  [Tiếp tục: Kiểm tra điều kiện dự thi] [Làm hồ sơ dự thi] [Lịch và hạn nộp] [Tôi có được dự thi không?] [Các lĩnh vực] [Hồ sơ gồm những gì?] [Ai giúp tôi?] [Gặp cán bộ] [Dữ liệu của tôi] [English]
>> {may.jpg, may2.jpg} nhờ cán bộ xem giúp cái máy
< Đã nhận và giữ 2 tệp. Muốn đưa vào hồ sơ thì mở «Làm hồ sơ dự thi» rồi gửi ở mục ảnh; cần hỏi thì nhắn cho cán bộ.
  [Gặp cán bộ] [Tiếp tục: Kiểm tra điều kiện dự thi] [Menu]
> gặp cán bộ
< Anh/chị muốn hỏi cán bộ điều gì? Nhắn vào đây, tôi giữ nguyên lời và chuyển cho cán bộ.
  [Gửi câu vừa rồi cho cán bộ] [Menu]
>> {hong.jpg} trục này gãy thì thi được không
< Tôi đã giữ lời nhắn cho cán bộ Hội thi. Trả lời sẽ hiện ngay trong đoạn chat này, anh/chị nhớ mở lại xem; tôi không hứa được là lúc nào, vì người trả lời là người thật.
  [Tiếp tục: Kiểm tra điều kiện dự thi] [Menu]
> cán bộ ơi
< Anh/chị muốn hỏi cán bộ điều gì? Nhắn vào đây, tôi giữ nguyên lời và chuyển cho cán bộ.
  [Menu]
>> {bản-vẽ.jpg}
< Tôi đã giữ lời nhắn cho cán bộ Hội thi. Trả lời sẽ hiện ngay trong đoạn chat này, anh/chị nhớ mở lại xem; tôi không hứa được là lúc nào, vì người trả lời là người thật.
  [Tiếp tục: Kiểm tra điều kiện dự thi] [Menu]
> giúp tôi việc giấy tờ ở xã Thất Khê với
< Ý anh/chị có phải một trong các câu này không?
  [Nộp hồ sơ ở đâu?] [Ai giúp tôi làm hồ sơ? Có tập huấn không?] [Trợ lý này giúp được gì?] [Không phải các ý này] [Tiếp tục: Kiểm tra điều kiện dự thi] [Menu]
> không
< Vậy tôi chưa có câu trả lời đúng ý anh/chị.
  ~
  Tôi đã giữ câu hỏi cho cán bộ. Khi có trả lời, nó hiện ngay trong đoạn chat này, anh/chị nhớ mở lại xem; tôi không hứa được là lúc nào.
  [Tiếp tục: Kiểm tra điều kiện dự thi] [Menu]
> cảm ơn em nhiều nhé
< Vâng, không có gì. Cần hỏi thêm, anh/chị cứ nhắn.
  [Tiếp tục: Kiểm tra điều kiện dự thi] [Menu]

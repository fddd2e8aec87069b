//! How Arabic says *to do*: *أن* and a verb, or a noun of doing. Knows the forms of words, not what they mean.

use super::tokens::Token;

/// *أن يقدم*; *إلى تقديم*, *على اتخاذ*, which a noun follows.
pub(super) fn arabic(text: &[Token], at: usize) -> Option<usize> {
    let token = text.get(at)?;
    let skip = |mut verb: usize| {
        let at = verb;
        while text
            .get(verb)
            .is_some_and(|token| token.is_one_of(&["لا", "يقوم", "تقوم", "تقوما", "القيام"]))
        {
            verb += 1;
        }
        if let Some(done) = done_by(text, at, verb) {
            return Some(done);
        }
        // *القيام، عند الضرورة، باستعراض*.
        let is_comma = |at: usize| text.get(at).is_some_and(|token| token.is_one_of(&[","]));
        if is_comma(verb) {
            let behind = (verb + 1..text.len().min(verb + 30)).find(|at| is_comma(*at));
            verb = behind.map_or(verb, |comma| comma + 1);
        }
        text.get(verb).map(|_| verb)
    };
    if token.is_one_of(&["ان", "وان", "بان", "الا"]) {
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        #[rustfmt::skip] // as few lines as it takes
        let hosts = [
            "بعد", "قبل", "علي", "الي", "مع", "دون", "ينبغي", "يمكن", "يجب", "بيد", "غير",
            "اعتبار", "ضمان", "كفاله", "لضمان", "حيث", "منها", "شانها", "اجل", "تقرر",
        ];
        if before.is_some_and(|before| before.is_one_of(&["علي", "الي"])) {
            return skip(at + 1);
        }
        return if before.is_some_and(|before| before.is_one_of(&hosts[..]))
            && !before.is_some_and(|b| b.is_one_of(&["تقرر"]))
        {
            None
        } else {
            skip(at + 1)
        };
    }
    if token.is_one_of(&["الي", "علي", "والي", "وعلي"]) {
        let next = text.get(at + 1)?;
        if next.is_one_of(&["ان"]) {
            return skip(at + 2);
        }
        if next.is_one_of(&["القيام"]) {
            return skip(at + 1);
        }
        return is_action_on_it(next.word()).then_some(at + 1);
    }
    None
}

/// The noun of what is to be done behind *القيام*, *والقيام*.
pub(super) fn doing_behind(text: &[Token], at: usize) -> Option<usize> {
    let is_light = text.get(at)?.is_one_of(&["القيام", "والقيام", "قيام"]);
    is_light.then(|| done_by(text, at, at + 1)).flatten()
}

/// The noun of what is to be done, where the verb only says that it is: *أن تقوم، بدعم من المنظمات، وعند الاقتضاء، بوضع*.
fn done_by(text: &[Token], from: usize, verb: usize) -> Option<usize> {
    let is_done = verb > from && !text[verb - 1].is_one_of(&["لا"]);
    let is_by = |at: &usize| {
        let noun = text[*at].word().strip_prefix('ب');
        let is_behind_comma = *at <= verb + 2 || text[*at - 1].is_one_of(&[","]);
        // *بدعم من المنظمات*, *بالتعاون مع*: with whom.
        let is_with = text.get(at + 1).is_some_and(|next| next.is_one_of(&["من", "مع", "بين"]));
        is_behind_comma && !is_with && noun.is_some_and(is_action)
    };
    (verb..text.len().min(verb + 60)).find(is_by).filter(|_| is_done)
}

/// Nouns of doing something: by the forms that most of them have, and a list of the rest.
pub(super) fn is_arabic_action(token: &Token) -> bool {
    is_action(token.word())
}

/// Such a noun, or one with *it*, *them*: *استعراضها*, *متابعتها*.
fn is_action_on_it(word: &str) -> bool {
    let bare = ["هما", "ها", "هم", "ه"].iter().find_map(|ending| word.strip_suffix(ending));
    let with_it = bare.is_some_and(|bare| {
        let whole = bare.strip_suffix('ت').map(|stem| format!("{stem}ه"));
        is_action(bare) || whole.is_some_and(|whole| is_action(&whole))
    });
    is_action(word) || with_it
}

/// Such a noun behind an *and* that is written as one with it.
pub(super) fn is_further_arabic_action(token: &Token) -> bool {
    token.word().strip_prefix('و').is_some_and(is_action)
}

/// Whether letters are such a noun.
pub(super) fn is_arabic_doing(word: &str) -> bool {
    is_action(word)
}

fn is_action(word: &str) -> bool {
    let bare = word.strip_prefix("ال").unwrap_or(word);
    #[rustfmt::skip] // as few lines as it takes
    let known = [
        "اتخاذ", "تقديم", "مواصله", "النظر", "القيام", "وضع", "دعم", "زياده", "ضمان", "كفاله",
        "العمل", "بذل", "مراعاه", "مشاركه", "تعزيز", "اعتماد", "انشاء", "تنفيذ", "التعاون",
        "التصديق", "الانضمام", "توقيع", "اجراء", "عقد", "ايلاء", "ادراج", "ادماج", "تشجيع",
        "تيسير", "توفير", "تحسين", "تطوير", "تعبئه", "تبادل", "الاضطلاع", "الاستمرار", "السعي",
        "مضاعفه", "تكثيف", "اتاحه", "حمايه", "احترام", "الامتناع", "الوفاء", "الاسهام",
        "المساهمه", "المشاركه", "مساعده", "اعداد", "تخصيص", "توسيع", "تسريع", "الحفاظ", "منع",
        "مكافحه", "معالجه", "الالتزام", "الامتثال", "التقيد", "استعراض", "دراسه", "تحديد",
        "ابلاغ", "التبرع", "تمويل", "تنظيم", "سن", "التاكد", "احراز", "اعطاء", "بناء", "استخدام",
        "الاستفاده", "ازاله", "الغاء", "انهاء", "وقف", "اطلاق", "المواظبه", "المضي", "مد",
        "اقامه", "ايجاد", "تهيئه", "صون", "رصد", "جمع", "نشر", "تقاسم", "تكييف", "الشروع",
        "التفكير", "التصدي", "تكريس", "تعميم", "توعيه", "تدريب", "تمكين", "الانخراط",
        "اعاده", "حشد", "الاستثمار", "التحقيق", "سحب", "القضاء", "رفع", "خفض", "الحد", "الرد", "الاعتراف",
        "التماس", "افساح", "اشراك", "الاسترشاد", "المبادره", "اصدار", "ارسال", "احاله", "عرض", "التشاور",
        "التفاوض", "الاعلان", "ابداء", "ابقاء", "الكف", "الكشف", "الافراج", "التحلي", "سداد", "دفع", "ادانه",
        "حظر", "قبول", "حث", "توخي", "بلوغ", "تولي", "ايضاح", "اطلاع", "اعلام", "التوقف", "اكمال", "انجاز",
        "اثراء", "شطب", "حذف", "فرض", "ربط", "درء", "ردع", "حل", "صوغ", "صياغه", "طرح", "بحث", "كشف", "نزع", "ملء", "رسم", "محو", "اسناد", "اتباع", "الاخذ", "التوصل", "التوسع", "توطيد", "اداء", "ارساء", "التنسيق",
        "نهوض", "فتح", "حفظ", "نبذ", "كبح", "قمع", "سد", "نقل", "غرس", "ضبط", "قياس", "صرف", "حضور", "تضافر", "تناول", "تجاوز",
        "تفادي", "تلافي", "تداول", "تبني", "تعهد", "تخلي", "تحقق", "تحرك", "تجنب", "تكيف", "تلبيه", "تسويه", "تنميه", "تغطيه",
        "تصفيه", "تقويه", "تربيه", "رعايه", "مقاضاه", "موافاه", "اصلاح", "احياء", "اسهام", "اقرار", "الزام", "اثبات",
        "اخضاع", "ايداع", "ايصال", "انقاذ", "اضفاء", "اتمام", "اعفاء", "ايفاد", "انفاق", "استدامه", "استعاده", "مراجعه",
    ];
    known.contains(&word)
        || known.contains(&bare)
        || is_derived(bare)
        || (bare.starts_with('ت') && bare.chars().count() == 5 && bare.chars().nth(3) == Some('ي'))
        || is_mutual(bare)
}

/// *استخدام*, *اعتماد*: the tenth and the eighth form.
fn is_derived(word: &str) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let things = [
        "اجتماع", "اقتصاد", "اعتبار", "اختصاص", "انتشار", "ارتباط", "احتمال", "اقتراح", "انتقال", "استقلال", "استثناء",
        "اقتضاء", "احتياج", "استنتاج", "استراتيجيه", "استراتيجيات", "استنتاجات", "استثمارات", "انتخاب", "اتفاق",
    ];
    let count = word.chars().count();
    let long = word.chars().skip(4).take(2).any(|letter| letter == 'ا');
    let is_tenth = word.starts_with("است") && long && count == 7;
    let is_eighth = word.starts_with('ا')
        && count == 6
        && word.chars().nth(2) == Some('ت')
        && word.chars().nth(4) == Some('ا');
    (is_tenth || is_eighth) && !things.contains(&word)
}

/// *مساعدة*, *معالجة*: the third form.
fn is_mutual(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(letters.as_slice(), ['م', _, 'ا', _, _, 'ه'])
}

//! In which encoding the bytes of a Rich Text file are: by its code page, or by the character set of
//! the font. Knows numbers of code pages, no text.

use std::collections::HashMap;

use encoding_rs::Encoding;

/// The encodings of a file.
#[derive(Debug)]
pub(super) struct Fonts {
    /// That of the file.
    default: &'static Encoding,
    /// Those of fonts, by their numbers.
    fonts: HashMap<i32, &'static Encoding>,
}

impl Default for Fonts {
    fn default() -> Self {
        Self { default: encoding_rs::WINDOWS_1252, fonts: HashMap::new() }
    }
}

impl Fonts {
    /// Sets the code page of the file.
    pub(super) fn set_page(&mut self, page: i32) {
        let label = match page {
            932 => "shift_jis".to_owned(),
            936 => "gbk".into(),
            949 => "euc-kr".into(),
            950 => "big5".into(),
            65001 => "utf-8".into(),
            10000 => "macintosh".into(),
            page => format!("windows-{page}"),
        };
        self.default = Encoding::for_label(label.as_bytes()).unwrap_or(self.default);
    }

    /// Sets the character set of a font.
    pub(super) fn set_font(&mut self, font: i32, character_set: i32) {
        let encoding = match character_set {
            77 => encoding_rs::MACINTOSH,
            128 => encoding_rs::SHIFT_JIS,
            129 => encoding_rs::EUC_KR,
            134 => encoding_rs::GBK,
            136 => encoding_rs::BIG5,
            161 => encoding_rs::WINDOWS_1253,
            162 => encoding_rs::WINDOWS_1254,
            163 => encoding_rs::WINDOWS_1258,
            177 => encoding_rs::WINDOWS_1255,
            178..=180 => encoding_rs::WINDOWS_1256,
            186 => encoding_rs::WINDOWS_1257,
            204 => encoding_rs::WINDOWS_1251,
            222 => encoding_rs::WINDOWS_874,
            238 => encoding_rs::WINDOWS_1250,
            _ => return,
        };
        self.fonts.insert(font, encoding);
    }

    /// The encoding of bytes in a font.
    pub(super) fn of(&self, font: i32) -> &'static Encoding {
        self.fonts.get(&font).copied().unwrap_or(self.default)
    }
}

//! PDF files from a few lines, small enough to be read in a test.

use std::fmt::Write;

/// A file being built: objects by number, from 1.
#[derive(Default)]
pub(crate) struct PdfFile {
    objects: Vec<Vec<u8>>,
}

/// The numbers of the objects that every file here has.
const CATALOG: usize = 1;
const PAGES: usize = 2;
const FONTS: usize = 3;
const FIXED: usize = 3;

impl PdfFile {
    /// Adds an object and says its number.
    pub(crate) fn add(&mut self, object: impl Into<Vec<u8>>) -> usize {
        self.objects.push(object.into());
        self.objects.len() + FIXED
    }

    /// The number that the next object will have.
    pub(crate) fn next(&self) -> usize {
        self.objects.len() + FIXED + 1
    }

    /// Adds a stream with an entry of its dictionary.
    pub(crate) fn add_stream(&mut self, entries: &str, data: &[u8]) -> usize {
        let head = format!("<< {entries} /Length {} >>\nstream\n", data.len());
        self.add([head.as_bytes(), data, b"\nendstream"].concat())
    }

    /// Adds a page of 612 by 792 points and says its number.
    pub(crate) fn add_page(&mut self, content: &str) -> usize {
        let stream = self.add_stream("", content.as_bytes());
        self.add(format!(
            "<< /Type /Page /Parent {PAGES} 0 R /MediaBox [0 0 612 792] /Contents {stream} 0 R \
             /Resources << /Font {FONTS} 0 R >> >>"
        ))
    }

    /// The file, of these pages and with these entries in its catalog.
    pub(crate) fn build(&self, pages: &[usize], catalog: &str, trailer: &str) -> Vec<u8> {
        let kids: String = pages.iter().map(|page| format!("{page} 0 R ")).collect();
        let font = |name: &str| {
            let widths = "500 ".repeat(256);
            format!(
                "<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding \
                 /FirstChar 0 /LastChar 255 /Widths [{widths}] >>"
            )
        };
        let fixed = [
            format!("<< /Type /Catalog /Pages {PAGES} 0 R {catalog} >>"),
            format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()),
            format!(
                "<< /F {} /I {} /B {} >>",
                font("Times"),
                font("Times-Italic"),
                font("Times-Bold")
            ),
        ];
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut offsets = Vec::new();
        let all = fixed.iter().map(String::as_bytes).chain(self.objects.iter().map(Vec::as_slice));
        for (i, object) in all.enumerate() {
            offsets.push(bytes.len());
            bytes.extend(format!("{} 0 obj\n", i + 1).into_bytes());
            bytes.extend(object);
            bytes.extend(b"\nendobj\n");
        }
        let start = bytes.len();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", offsets.len() + 1);
        for offset in &offsets {
            let _ = writeln!(table, "{offset:010} 00000 n ");
        }
        let size = offsets.len() + 1;
        let _ = write!(
            table,
            "trailer\n<< /Size {size} /Root {CATALOG} 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
        );
        bytes.extend(table.into_bytes());
        bytes
    }
}

/// Words at a place: `F` is upright, `I` slants, `B` is bold; every letter is half its size wide.
pub(crate) fn words(x: f64, y: f64, font: &str, size: f64, text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    format!("BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n")
}

/// A file of pages without tags.
pub(crate) fn untagged(pages: &[String]) -> Vec<u8> {
    let mut file = PdfFile::default();
    let pages: Vec<usize> = pages.iter().map(|content| file.add_page(content)).collect();
    file.build(&pages, "", "")
}

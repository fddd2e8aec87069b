//! Job numbers at the foot of a page that extraction set behind the last line of its text: `provide effective
//! community 25-17780`. They become lines of their own. Knows lines, not what else is at the foot of a page.

use super::line::Line;
use crate::{document::Span, parse::symbols::is_job_number};

/// The lines, those that end in the job number of the document cut in two.
pub(in crate::parse) fn job_numbers_apart(source: &str, lines: Vec<Line>) -> Vec<Line> {
    let Some(job) = repeated_job_number(source, &lines) else { return lines };
    let ends_in_it = |line: &Line| words_before(line.words(source), job).is_some();
    if !lines.iter().any(ends_in_it) {
        return lines;
    }
    let mut found = Vec::with_capacity(lines.len() + 1);
    for line in lines {
        let at = found.len();
        match words_before(line.words(source), job) {
            Some(words) => {
                let end = line.span.start + words.len();
                let number = Span::new(line.span.end - job.len(), line.span.end);
                found.push(Line { at, span: Span::new(line.span.start, end), ..line });
                let alone = Line { at: at + 1, span: number, indent: 0, tabs: 0, ..line };
                found.push(Line { after_gap: false, ..alone });
            }
            None => found.push(Line { at, ..line }),
        }
    }
    found
}

/// The job number that stands alone on several lines.
fn repeated_job_number<'a>(source: &'a str, lines: &[Line]) -> Option<&'a str> {
    let mut alone = lines.iter().map(|line| line.words(source)).filter(|line| is_job_number(line));
    let job = alone.next()?;
    alone.any(|other| other == job).then_some(job)
}

/// The running text before a job number; nothing where no more than the number of a page is.
fn words_before<'a>(line: &'a str, job: &str) -> Option<&'a str> {
    let before = line.strip_suffix(job)?;
    let words = before.trim_end();
    let is_text = words.contains(' ') && words.ends_with(|c: char| c.is_alphabetic() || c == ',');
    (is_text && words.len() < before.len()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::lines::line::lines;

    #[test]
    fn a_job_number_behind_the_last_line_of_a_page() {
        let text =
            "25-17780\nprovide effective community 25-17780\nand more\n2/18 25-17780\n25-17780\n";
        let found = job_numbers_apart(text, lines(text));
        let words: Vec<&str> = found.iter().map(|line| line.words(text)).collect();
        assert_eq!(
            words,
            [
                "25-17780",
                "provide effective community",
                "25-17780",
                "and more",
                "2/18 25-17780",
                "25-17780"
            ]
        );
        assert!(found.iter().enumerate().all(|(at, line)| line.at == at));
    }

    #[test]
    fn what_is_apart_stands_right_below() {
        let text = "25-17780\n\n\tprovide effective community 25-17780\nx 25-17780\na b,25-17780\n25-17780\n";
        let found = job_numbers_apart(text, lines(text));
        let shape: Vec<_> = found
            .iter()
            .map(|line| (line.words(text), line.after_gap, line.indent, line.tabs))
            .collect();
        assert_eq!(shape[1].0, "provide effective community");
        assert!(shape[1].1 && shape[1].3 == 1);
        assert_eq!(shape[2], ("25-17780", false, 0, 0));
        assert_eq!(shape[3].0, "x 25-17780");
        assert_eq!(shape[4].0, "a b,25-17780");
        // A number that stands alone but once is no job number of the document.
        let text = "25-17780\nprovide effective community 25-17780\n";
        assert_eq!(job_numbers_apart(text, lines(text)).len(), 2);
        let text = "25-17780\nprovide effective community 25-17781\n25-17781\n25-17780\n";
        assert_eq!(job_numbers_apart(text, lines(text)).len(), 4);
    }
}

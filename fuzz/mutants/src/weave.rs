//! Many mutants in one text: each is there beside the code it changes, and a number chooses at run time.
//! Knows syntax; neither files nor tests.
//!
//! What is mutated is replaced as `cargo mutants` does it, in the text: an operator within the whole chain of
//! operators around it, so that precedence is what it would be. The changed text has no other mutant in it.

use crate::list::{Mutant, Place};
use std::ops::Range;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// The places of a file that matter to mutants, as bytes.
#[derive(Default)]
struct Sites {
    /// Chains of binary operators, each whole; in a chain with `let`, what stands between `&&`.
    chains: Vec<Range<usize>>,
    /// Operators that join a chain with `let`: `||` cannot stand there.
    joints: Vec<Range<usize>>,
    /// Unary expressions.
    unary: Vec<Range<usize>>,
    /// Struct expressions.
    structs: Vec<Range<usize>>,
    /// Arms: the whole, the end of the pattern, the guard, and whether `let` is in it.
    arms: Vec<(Range<usize>, usize, Option<(Range<usize>, bool)>)>,
    /// Bodies of functions that return some iterator whose type has no name.
    iterators: Vec<Range<usize>>,
    /// What is computed when compiling, where no number can be asked for.
    constant: Vec<Range<usize>>,
}

struct Finder<'a> {
    lines: &'a Lines,
    sites: Sites,
}

/// Where the lines of a text begin.
struct Lines {
    text: String,
    starts: Vec<usize>,
}

impl Lines {
    fn new(text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        Self { starts: starts.collect(), text: text.to_owned() }
    }

    /// The byte at a line counted from one and a column counted from nought.
    fn byte(&self, line: usize, column: usize) -> usize {
        let start = self.starts[line - 1];
        let rest = &self.text[start..];
        start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at)
    }

    fn range(&self, spanned: &impl Spanned) -> Range<usize> {
        let (start, end) = (spanned.span().start(), spanned.span().end());
        self.byte(start.line, start.column)..self.byte(end.line, end.column)
    }

    fn at(&self, place: Place) -> usize {
        self.byte(place.line, place.column - 1)
    }
}

fn has_let(expression: &syn::Expr) -> bool {
    match expression {
        syn::Expr::Let(_) => true,
        syn::Expr::Binary(both) => has_let(&both.left) || has_let(&both.right),
        _ => false,
    }
}

impl Finder<'_> {
    /// Visits what a chain is made of, but no chain that is only a part of it.
    fn chain(&mut self, both: &syn::ExprBinary, is_outermost: bool) {
        let whole = syn::Expr::Binary(both.clone());
        let with_let = has_let(&whole);
        if with_let {
            self.sites.joints.push(self.lines.range(&both.op));
        } else if is_outermost {
            self.sites.chains.push(self.lines.range(both));
        }
        for side in [&both.left, &both.right] {
            match &**side {
                syn::Expr::Binary(inner) => self.chain(inner, with_let),
                other => self.visit_expr(other),
            }
        }
    }

    fn function(&mut self, signature: &syn::Signature, body: &syn::Block) {
        if signature.constness.is_some() {
            self.sites.constant.push(self.lines.range(body));
        }
        let syn::ReturnType::Type(_, returned) = &signature.output else { return };
        let is_iterator = |bound: &syn::TypeParamBound| {
            matches!(bound, syn::TypeParamBound::Trait(bound)
                if bound.path.segments.last().is_some_and(|s| s.ident.to_string().ends_with("Iterator")))
        };
        if let syn::Type::ImplTrait(of) = &**returned
            && of.bounds.iter().any(is_iterator)
            && let (Some(first), Some(last)) = (body.stmts.first(), body.stmts.last())
        {
            self.sites.iterators.push(self.lines.range(first).start..self.lines.range(last).end);
        }
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_expr_binary(&mut self, both: &'ast syn::ExprBinary) {
        self.chain(both, true);
    }

    fn visit_expr_unary(&mut self, unary: &'ast syn::ExprUnary) {
        self.sites.unary.push(self.lines.range(unary));
        visit::visit_expr_unary(self, unary);
    }

    fn visit_expr_struct(&mut self, whole: &'ast syn::ExprStruct) {
        self.sites.structs.push(self.lines.range(whole));
        visit::visit_expr_struct(self, whole);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        let guard = arm.guard.as_ref().map(|(_, guard)| (self.lines.range(guard), has_let(guard)));
        let end = self.lines.range(&arm.pat).end;
        self.sites.arms.push((self.lines.range(arm), end, guard));
        visit::visit_arm(self, arm);
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.function(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.function(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.sites.constant.push(self.lines.range(item));
        visit::visit_item_const(self, item);
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        self.sites.constant.push(self.lines.range(item));
        visit::visit_item_static(self, item);
    }

    fn visit_impl_item_const(&mut self, item: &'ast syn::ImplItemConst) {
        self.sites.constant.push(self.lines.range(item));
        visit::visit_impl_item_const(self, item);
    }

    fn visit_type_array(&mut self, array: &'ast syn::TypeArray) {
        self.sites.constant.push(self.lines.range(array));
    }

    fn visit_expr_repeat(&mut self, repeat: &'ast syn::ExprRepeat) {
        self.sites.constant.push(self.lines.range(&repeat.len));
        visit::visit_expr_repeat(self, repeat);
    }

    fn visit_variant(&mut self, variant: &'ast syn::Variant) {
        self.sites.constant.push(self.lines.range(variant));
    }
}

/// What is written before and after a range of the source.
struct Wrap {
    range: Range<usize>,
    before: String,
    after: String,
}

/// A file whose syntax is known.
pub struct File {
    lines: Lines,
    sites: Sites,
}

impl File {
    pub fn new(text: &str) -> Result<Self, String> {
        let file = syn::parse_file(text).map_err(|e| e.to_string())?;
        let lines = Lines::new(text);
        let mut finder = Finder { lines: &lines, sites: Sites::default() };
        finder.visit_file(&file);
        let sites = finder.sites;
        Ok(Self { lines, sites })
    }

    fn range(&self, mutant: &Mutant) -> Range<usize> {
        self.lines.at(mutant.span.start)..self.lines.at(mutant.span.end)
    }

    /// Whether a mutant changes what is computed when compiling.
    pub fn is_constant(&self, mutant: &Mutant) -> bool {
        let range = self.range(mutant);
        self.sites.constant.iter().any(|site| encloses(site, &range))
    }

    /// Whether a mutant cannot be compiled: `||` beside `let`, a guard with `let` that binds names.
    pub fn is_unviable(&self, mutant: &Mutant) -> bool {
        let range = self.range(mutant);
        let binds = |(_, _, guard): &(_, _, Option<(Range<usize>, bool)>)| {
            guard.as_ref().is_some_and(|(guard, with_let)| *with_let && *guard == range)
        };
        self.sites.joints.contains(&range) || self.sites.arms.iter().any(binds)
    }

    /// The text with these mutants in it, each with its number.
    pub fn woven(&self, mutants: &[(u32, &Mutant)]) -> Result<String, String> {
        let mut wraps = Vec::new();
        for (id, mutant) in mutants {
            wraps.push(self.wrap(*id, mutant).ok_or_else(|| format!("no place: {}", mutant.name))?);
        }
        wraps.sort_by_key(|wrap| {
            (wrap.range.start, !wrap.range.is_empty(), std::cmp::Reverse(wrap.range.end))
        });
        let text = &self.lines.text;
        let (mut out, mut at, mut open) = (String::new(), 0, Vec::<&Wrap>::new());
        for wrap in &wraps {
            close(&mut open, wrap.range.start, text, &mut at, &mut out);
            out.push_str(&text[at..wrap.range.start]);
            at = wrap.range.start;
            out.push_str(&wrap.before);
            open.push(wrap);
            if wrap.range.is_empty() {
                open.pop();
            }
        }
        close(&mut open, usize::MAX, text, &mut at, &mut out);
        out.push_str(&text[at..]);
        Ok(out)
    }

    fn wrap(&self, id: u32, mutant: &Mutant) -> Option<Wrap> {
        let range = self.range(mutant);
        let changed = |site: &Range<usize>| {
            let text = &self.lines.text;
            let replacement = &mutant.replacement;
            let changed = [&text[site.start..range.start], replacement, &text[range.end..site.end]];
            marked(id, &format!("({})", changed.concat()))
        };
        let beside = |site: &Range<usize>| Wrap {
            range: site.clone(),
            before: format!("(if crate::mutant({id}) {{ {} }} else {{ (", changed(site)),
            after: ") })".to_owned(),
        };
        match mutant.genre.as_str() {
            "FnValue" if self.sites.iterators.contains(&range) => Some(Wrap {
                before: format!(
                    "if crate::mutant({id}) {{ {} }} else {{ crate::EitherOfTwo::Right({{ ",
                    marked(id, &format!("crate::EitherOfTwo::Left({})", mutant.replacement)),
                ),
                after: " }) }".to_owned(),
                range,
            }),
            "FnValue" => {
                let value = marked(id, &format!("return {};", mutant.replacement));
                let before = format!("if crate::mutant({id}) {{ {value} }} ");
                Some(Wrap { range: range.start..range.start, before, after: String::new() })
            }
            "BinaryOperator" => tightest(&self.sites.chains, &range).map(beside),
            "UnaryOperator" => {
                self.sites.unary.iter().find(|site| site.start == range.start).map(beside)
            }
            "StructField" => tightest(&self.sites.structs, &range).map(beside),
            "MatchArmGuard" => Some(beside(&range)),
            "MatchArm" => {
                let (_, end, guard) =
                    self.sites.arms.iter().find(|(site, ..)| site.start == range.start)?;
                Some(match guard {
                    Some((guard, with_let)) => {
                        let (open, shut) = if *with_let { ("", "") } else { ("(", ")") };
                        let before = format!("!crate::mutant({id}) && {open}");
                        Wrap { range: guard.clone(), before, after: shut.to_owned() }
                    }
                    None => Wrap {
                        range: *end..*end,
                        before: format!(" if !crate::mutant({id})"),
                        after: String::new(),
                    },
                })
            }
            _ => None,
        }
    }
}

/// Ends what ends at or before a place.
fn close(open: &mut Vec<&Wrap>, place: usize, text: &str, at: &mut usize, out: &mut String) {
    while let Some(wrap) = open.pop_if(|wrap| wrap.range.end <= place) {
        out.push_str(&text[*at..wrap.range.end]);
        *at = wrap.range.end;
        out.push_str(&wrap.after);
    }
}

fn encloses(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The smallest site around a range.
fn tightest<'a>(sites: &'a [Range<usize>], range: &Range<usize>) -> Option<&'a Range<usize>> {
    sites.iter().filter(|site| encloses(site, range)).min_by_key(|site| site.len())
}

fn marked(id: u32, text: &str) -> String {
    format!("/*m{id}{{*/{text}/*}}m{id}*/")
}

/// Whose changed code stands at a byte of a woven text.
pub fn whose(text: &str, byte: usize) -> Option<u32> {
    let before = &text[..byte];
    let mut from = before.len();
    while let Some(at) = before[..from].rfind("/*m") {
        let id: String = before[at + 3..].chars().take_while(char::is_ascii_digit).collect();
        if !id.is_empty() && !before[at..].contains(&format!("/*}}m{id}*/")) {
            return id.parse().ok();
        }
        from = at;
    }
    None
}

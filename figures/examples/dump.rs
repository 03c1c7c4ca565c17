use figures::*;
fn main() {
    for e in all() {
        for w in Width::ALL {
            let t = std::time::Instant::now();
            let d = e.run_and_draw(&Default::default(), w).unwrap();
            eprintln!(
                "{} {:?} {} bytes {:?} data {}",
                e.name,
                w,
                d.svg.len(),
                t.elapsed(),
                d.data.len()
            );
            eprintln!("  {}", d.caption);
            std::fs::write(
                format!("/tmp/fig-{}-{:?}.svg", e.name, w),
                d.svg.replacen('>', &format!(">{STANDALONE_STYLE}"), 1),
            )
            .unwrap();
        }
    }
}

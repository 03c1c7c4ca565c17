(() => {
  const events = new EventSource("/__reload?build=BUILD");
  events.addEventListener("reload", () => location.reload());
  events.addEventListener("failed", () => {
    if (document.getElementById("build-failed")) return;
    const banner = document.createElement("div");
    banner.id = "build-failed";
    banner.setAttribute("role", "alert");
    banner.style.cssText =
      "position:fixed;bottom:0;left:0;right:0;z-index:1000;padding:8px 16px;background:#7a1010;color:#fff;font:16px sans-serif";
    banner.textContent = "The last build failed: this page is older than its sources. The terminal shows the error.";
    document.body.append(banner);
  });
})();

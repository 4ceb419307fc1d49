Scalar.createApiReference('#reference', {
  content: JSON.parse(document.getElementById('document').textContent),
  agent: { disabled: true },
  documentDownloadType: 'none',
  hiddenClients: true,
  hideClientButton: true,
  hideTestRequestButton: true,
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  telemetry: false,
  withDefaultFonts: false,
});

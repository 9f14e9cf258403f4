// Draws the table of months as bars, so that the table is always the chart's alternative.
(() => {
	const canvas = document.getElementById('chart');
	if (!canvas) {
		return;
	}
	const rows = [...document.querySelectorAll('#months tbody tr')].map((row) => ({
		month: row.cells[0].textContent,
		value: Number(row.cells[2].dataset.value),
		currency: row.cells[3].textContent,
	}));
	const months = [...new Set(rows.map((row) => row.month))];
	const currencies = [...new Set(rows.map((row) => row.currency))];
	const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
	const colours = ['--pico-primary', '--pico-secondary', '--pico-ins-color', '--pico-del-color'];
	let chart;
	const draw = () => {
		chart?.destroy();
		Chart.defaults.color = style('--pico-color');
		Chart.defaults.borderColor = style('--pico-muted-border-color');
		Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
		chart = new Chart(canvas, {
			type: 'bar',
			data: {
				labels: months,
				datasets: currencies.map((currency, i) => ({
					label: currency,
					backgroundColor: style(colours[i % colours.length]),
					borderRadius: 3,
					data: months.map((month) => rows.find((row) => row.month === month && row.currency === currency)?.value ?? 0),
				})),
			},
			options: {
				animation: false,
				maintainAspectRatio: false,
				plugins: { legend: { display: currencies.length > 1 } },
				scales: {
					x: { grid: { display: false } },
					y: { beginAtZero: true, title: { display: true, text: currencies.join(', ') } },
				},
			},
		});
	};
	draw();
	matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
})();

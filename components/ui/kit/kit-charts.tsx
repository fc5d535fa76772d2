import { BarChart } from '@/components/charts/bar-chart'
import { LineChart } from '@/components/charts/line-chart'
import { RadarChart } from '@/components/charts/radar-chart'
import { StackedBarChart } from '@/components/charts/stacked-bar-chart'
import { KitSection } from './kit-section'

const months = ['jan.', 'feb.', 'mar.', 'apr.', 'maj', 'jun.', 'jul.', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.']

export function KitCharts() {
  return (
    <KitSection title="Diagrammer">
      <LineChart
        title="Dækning, 2025 og 2026"
        summary="Dækningen steg fra 71 til 98 procent. Der er ingen tal for juli 2026."
        categoryLabel="Måned"
        categories={months}
        unit="%"
        max={100}
        goal={{ value: 95, label: 'Mål 95 %' }}
        note="Andel af veteraner med et brev i de seneste 12 måneder."
        series={[
          { name: '2025', values: [52, 55, 61, 60, 64, 66, 66, 67, 69, 70, 70, 71] },
          { name: '2026', values: [71, 74, 78, 82, 85, 88, null, 91, 94, 96, 97, 98] },
        ]}
      />
      <BarChart
        title="Svar pr. uge"
        summary="Flest svar i uge 37: 84."
        categoryLabel="Uge"
        unit="svar"
        categories={['36', '37', '38', '39', '40']}
        series={[{ name: 'Svar', values: [31, 84, 42, 17, 'hidden'] }]}
      />
      <StackedBarChart
        title="Svar efter ønske"
        summary="Samtale er det hyppigste ønske i alle kvartaler undtagen 3."
        categoryLabel="Kvartal"
        categories={['1. kvartal', '2. kvartal', '3. kvartal', '4. kvartal']}
        series={[
          { name: 'Samtale', values: [40, 52, 18, 61] },
          { name: 'Ring mig op', values: [22, 17, 24, 20] },
          { name: 'Nej tak i år', values: [12, 9, 14, null] },
        ]}
      />
      <RadarChart
        title="Udfordringer, før og nu"
        summary="Alle målte områder er bedre end før; bolig er ikke målt nu."
        categoryLabel="Område"
        max={10}
        categories={['Søvn', 'Arbejde', 'Familie', 'Økonomi', 'Bolig', 'Netværk']}
        series={[
          { name: 'Før', values: [9, 7, 6, 5, 4, 8] },
          { name: 'Nu', values: [5, 4, 3, 4, null, 4] },
        ]}
      />
      <BarChart
        title="Uden tal"
        summary="Ingen tal."
        categoryLabel="Uge"
        categories={['41', '42']}
        series={[{ name: 'Svar', values: [null, null] }]}
      />
    </KitSection>
  )
}

using System.Collections.Frozen;
using Modelwright.Core.Data;

namespace Modelwright.Profile.Meanings.Numbers;

/// <summary>Units of measure by what they measure; those that measure the same are turned into one another.</summary>
/// <remarks>Factors: the International System of Units, and the exact definitions of 1959 of inch and pound. A month has no fixed number of days.</remarks>
internal static class KnownUnits
{
    private static readonly FrozenDictionary<string, (string Measure, double Factor)> All = Units(
        ("mass", "mg=0.000001 g=0.001 gr=0.001 gram=0.001 grams=0.001 kg=1 kgs=1 Kg=1 KG=1 kilo=1 kilos=1 t=1000 lb=0.45359237 lbs=0.45359237 oz=0.028349523125 st=6.35029318"),
        ("length", "mm=0.001 cm=0.01 m=1 meter=1 meters=1 metres=1 km=1000 Km=1000 KM=1000 in=0.0254 inch=0.0254 inches=0.0254 \"=0.0254 ft=0.3048 feet=0.3048 yd=0.9144 mi=1609.344 mile=1609.344 miles=1609.344"),
        ("area", "cm²=0.0001 cm2=0.0001 m²=1 m2=1 qm=1 sqm=1 ha=10000 km²=1000000 km2=1000000 sqft=0.09290304 ft²=0.09290304 ft2=0.09290304"),
        ("volume", "ml=0.001 mL=0.001 cl=0.01 dl=0.1 l=1 L=1 liter=1 liters=1 litre=1 litres=1 hl=100 m³=1000 m3=1000"),
        ("time", "ms=0.001 s=1 sec=1 secs=1 second=1 seconds=1 min=60 mins=60 minute=60 minutes=60 h=3600 hr=3600 hrs=3600 hour=3600 hours=3600 d=86400 day=86400 days=86400 week=604800 weeks=604800"),
        ("months", "month=1 months=1 mos=1 yr=12 yrs=12 year=12 years=12"),
        ("speed", "m/s=3.6 km/h=1 kmh=1 kph=1 mph=1.609344 kn=1.852"),
        ("power", "W=0.001 kW=1 KW=1 MW=1000"),
        ("horsepower", "hp=1 HP=1 bhp=1 PS=1"),
        ("energy", "Wh=0.001 kWh=1 KWh=1 MWh=1000"),
        ("heat", "cal=0.001 kcal=1"),
        ("celsius", "°C=1 C°=1 ºC=1"),
        ("fahrenheit", "°F=1 ºF=1"),
        ("angle", "°=1"),
        ("share", "%=1 ‰=0.1 bps=0.01 bp=0.01"),
        ("data", "B=0.000001 kB=0.001 KB=0.001 MB=1 GB=1000 TB=1000000"),
        ("binary data", "KiB=1 MiB=1024 GiB=1048576 TiB=1073741824"),
        ("frequency", "Hz=1 kHz=1000 KHz=1000 MHz=1000000 GHz=1000000000"),
        ("pressure", "Pa=0.01 hPa=1 mbar=1 kPa=10 bar=1000"),
        ("pressure by the inch", "psi=1"),
        ("voltage", "mV=0.001 V=1 kV=1000"),
        ("current", "mA=0.001 A=1"),
        ("charge", "mAh=1 Ah=1000"),
        ("displacement", "cc=1 CC=1 ccm=1 cm³=1 cm3=1"),
        ("fuel", "l/100km=1 L/100km=1"),
        ("mileage", "mpg=1"),
        ("mileage by the litre", "kmpl=1 km/l=1 km/kg=1"),
        ("dots", "px=1 pixel=1 pixels=1 dpi=1"));

    private static readonly FrozenDictionary<string, double> Multipliers = new Dictionary<string, double>
    {
        ["k"] = 1e3, ["K"] = 1e3, ["thousand"] = 1e3, ["tsd"] = 1e3, ["Tsd."] = 1e3, ["M"] = 1e6, ["mn"] = 1e6, ["mln"] = 1e6, ["mio"] = 1e6, ["Mio"] = 1e6, ["Mio."] = 1e6,
        ["million"] = 1e6, ["millions"] = 1e6, ["B"] = 1e9, ["bn"] = 1e9, ["Bn"] = 1e9, ["BN"] = 1e9, ["billion"] = 1e9, ["billions"] = 1e9, ["Mrd"] = 1e9, ["Mrd."] = 1e9, ["T"] = 1e12, ["tn"] = 1e12, ["trillion"] = 1e12,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Between currencies an "m" is a million and no metre.
    private static readonly FrozenDictionary<string, double> OfMoney = new Dictionary<string, double> { ["m"] = 1e6, ["b"] = 1e9, ["t"] = 1e12 }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static bool TryUnit(string text, out (string Measure, double Factor) unit) => All.TryGetValue(text, out unit);

    internal static bool TryMultiplier(string text, bool isMoney, out double factor) =>
        Multipliers.TryGetValue(text, out factor) || (isMoney && OfMoney.TryGetValue(text, out factor));

    /// <summary>What a number with one unit is multiplied by to be in another of the same measure.</summary>
    internal static NumberSuffix To(string wanted, string text) => new(text, Ratio(All[text].Factor, All[wanted].Factor));

    // One of the two divisions is by a whole number in most cases, and then the factor is the nearest double.
    private static double Ratio(double from, double to) => from == to ? 1 : (double)((decimal)from / (decimal)to);

    private static FrozenDictionary<string, (string Measure, double Factor)> Units(params (string Measure, string Names)[] measures) => measures
        .SelectMany(measure => measure.Names.Split(' ').Select(entry => (measure.Measure, Parts: entry.Split('='))))
        .ToFrozenDictionary(entry => entry.Parts[0], entry => (entry.Measure, double.Parse(entry.Parts[1], System.Globalization.CultureInfo.InvariantCulture)), StringComparer.Ordinal);
}

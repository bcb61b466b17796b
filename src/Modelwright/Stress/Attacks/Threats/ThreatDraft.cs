using Modelwright.Core.Data;
using Modelwright.Stress.Attacks.Rows;

namespace Modelwright.Stress.Attacks.Threats;

/// <summary>Writes a threat from rows; see <see cref="Threat.Draft"/>.</summary>
internal static class ThreatDraft
{
    private const int Digits = 4;

    /// <summary>The draft.</summary>
    public static Threat Of(Schema schema, Table rows) => new([.. schema.Features.Select(spec => Column(spec, rows[spec.Name]))]);

    private static ThreatColumn Column(ColumnSpec spec, Column column) => spec switch
    {
        { Type: ColumnType.Number or ColumnType.Time } => Numbers(spec.Name, [.. RowCells.Numbers(column).Where(double.IsFinite)]),
        { Type: ColumnType.Text, Kind: not ColumnKind.Plain } => new() { Name = spec.Name, Mutable = false },
        _ => new() { Name = spec.Name },
    };

    private static ThreatColumn Numbers(string name, double[] values)
    {
        var mean = values.DefaultIfEmpty().Average();
        var deviation = Math.Sqrt(values.DefaultIfEmpty().Average(value => (value - mean) * (value - mean)));
        var cost = Rounded(1 / deviation);

        // A column of one value has no range to move in.
        return !double.IsFinite(cost) || cost <= 0 ? new() { Name = name, Mutable = false } : new()
        {
            Name = name,
            Minimum = values.Min(),
            Maximum = values.Max(),
            Step = values.All(value => value == Math.Floor(value)) ? 1 : null,
            Cost = cost,
        };
    }

    private static double Rounded(double value) => double.IsFinite(value) ? double.Parse(value.ToString($"G{Digits}", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture) : value;
}

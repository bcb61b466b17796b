using Modelwright.Core.Data;
using Modelwright.Profile.Relations;

namespace Modelwright.Findings;

/// <summary>One column of the ground; what costs is worked out when it is first asked for.</summary>
internal sealed class GroundColumn(LeakGround ground, ColumnSpec spec, Column whole)
{
    private readonly Lazy<Column> _sampled = new(() => whole.Take(ground.Sample));
    private Lazy<BinnedColumn>? _bins;
    private double? _power;

    /// <summary>What the schema says of it.</summary>
    public ColumnSpec Spec => spec;

    /// <summary>Its name.</summary>
    public string Name => spec.Name;

    /// <summary>All rows.</summary>
    public Column Whole => whole;

    /// <summary>The rows of the sample.</summary>
    public Column Sampled => _sampled.Value;

    /// <summary>The sample in bins.</summary>
    public BinnedColumn Bins => (_bins ??= new(() => Binning.Of(Sampled))).Value;

    /// <summary>How much of the target it tells alone, from 0 to 1.</summary>
    public double Power => _power ??= ground.PowerOf(Bins);

    /// <summary>A value of a bin as a person writes it, taken from the first row that has it.</summary>
    public string Show(int bin) => bin == BinnedColumn.Missing ? "no value" : $"'{Sources.FaultList.Show(Sampled.Format(Array.IndexOf(Bins.Codes, (ushort)bin)) ?? "")}'";
}

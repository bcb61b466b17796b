using Modelwright.Core.Data;
using Modelwright.Profile.Relations;

namespace Modelwright.Profile.Depth;

/// <summary>One column of the rows looked at; what costs is worked out when it is first asked for.</summary>
internal sealed class DepthColumn(ColumnSpec spec, Column values)
{
    private readonly Lazy<BinnedColumn> _bins = new(() => Binning.Of(values));
    private readonly Lazy<double[]> _numbers = new(() => values switch
    {
        NumberColumn numbers => Binning.Values(numbers),
        TimeColumn times => Binning.Values(times),
        _ => [],
    });

    private readonly Lazy<double[]> _sorted = new(() => values switch
    {
        NumberColumn numbers => Sort(Binning.Values(numbers)),
        TimeColumn times => Sort(Binning.Values(times)),
        _ => [],
    });

    /// <summary>What the schema says of it.</summary>
    public ColumnSpec Spec => spec;

    /// <summary>Its name.</summary>
    public string Name => spec.Name;

    /// <summary>The values.</summary>
    public Column Values => values;

    /// <summary>The values in bins.</summary>
    public BinnedColumn Bins => _bins.Value;

    /// <summary>Numbers, or times in days, row by row, NaN where missing; empty for other types.</summary>
    public double[] Numbers => _numbers.Value;

    /// <summary>The same without missing ones, ascending.</summary>
    public double[] Sorted => _sorted.Value;

    private static double[] Sort(double[] values)
    {
        double[] sorted = [.. values.Where(double.IsFinite)];
        Array.Sort(sorted);
        return sorted;
    }
}

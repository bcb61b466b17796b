namespace Modelwright.Stress.Perturbations.Numbers;

/// <summary>Numbers at the ends of what a number can be.</summary>
internal sealed class ExtremeNumbers : NumberPerturbation
{
    private static readonly double[] Ends = [1e308, -1e308, double.PositiveInfinity, double.NegativeInfinity, -0.0, double.Epsilon];

    /// <inheritdoc/>
    public override PerturbationInfo Info { get; } = new()
    {
        Name = "extreme_numbers",
        Title = "Extreme numbers",
        Meaning = "Numbers are 1e308, -1e308, infinite, negative zero or as small as can be: overflow and division by zero upstream.",
        Severity = "every cell",
    };

    /// <inheritdoc/>
    protected override Func<double, double> Changing(double[] all, Random chance) => value =>
    {
        var end = Ends[chance.Next(Ends.Length)];
        return double.IsNaN(value) ? value : end;
    };
}

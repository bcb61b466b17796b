namespace Modelwright.Stress.Perturbations.Numbers;

/// <summary>Numbers far outside of where the column's numbers are.</summary>
internal sealed class Outliers : NumberPerturbation
{
    private const double Nearest = 6;
    private const double Farthest = 20;

    /// <inheritdoc/>
    public override PerturbationInfo Info { get; } = new()
    {
        Name = "outliers",
        Title = "Outliers",
        Meaning = "Numbers stand 6 to 20 standard deviations off the middle, to either side: slips of the keyboard, faulty sensors.",
        Severity = "every cell",
    };

    /// <inheritdoc/>
    protected override Func<double, double> Changing(double[] all, Random chance)
    {
        var spread = ColumnSpread.Of(all);
        return value =>
        {
            var away = spread.Width * (Nearest + ((Farthest - Nearest) * chance.NextDouble()));
            var isAbove = chance.Next(2) == 0;
            return double.IsNaN(value) ? value : spread.Middle + (isAbove ? away : -away);
        };
    }
}

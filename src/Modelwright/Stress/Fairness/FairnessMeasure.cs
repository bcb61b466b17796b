using Modelwright.Measures;

namespace Modelwright.Stress.Fairness;

/// <summary>A way to say how far apart groups are.</summary>
/// <param name="Name">As in <see cref="FairnessGap"/>.</param>
/// <param name="Figures">The figures that it compares; of several the one that is furthest apart.</param>
/// <param name="Allowed">The bound from which a gap matters.</param>
/// <param name="Unit">What differences are divided by: 1, or one standard deviation of the target.</param>
/// <remarks>
/// Demographic parity as in Calders, Kamiran &amp; Pechenizkiy 2009; disparate impact by the four-fifths rule of the U.S. Equal Employment Opportunity
/// Commission (29 CFR 1607.4 D), Feldman and others 2015; equal opportunity and equalised odds, Hardt, Price &amp; Srebro 2016; calibration within groups, Kleinberg, Mullainathan &amp; Raghavan 2016.
/// </remarks>
internal sealed record FairnessMeasure(string Name, IReadOnlyList<string> Figures, double Allowed, double Unit)
{
    /// <summary>The ratio among the measures.</summary>
    public const string DisparateImpact = "disparate_impact";

    private const double AllowedShare = 0.1;
    private const double FourFifths = 0.8;

    /// <summary>A small effect (Cohen 1988).</summary>
    private const double AllowedDeviations = 0.2;

    /// <summary>Whether it is the lowest over the highest, and so better where it is higher.</summary>
    public bool IsRatio => Name == DisparateImpact;

    /// <summary>The measures for some answers, in the order in which reports show them.</summary>
    public static FairnessMeasure[] For(Answers answers) => answers switch
    {
        ClassAnswers { Classes.Count: 2 } =>
        [
            new("demographic_parity", ["selection_rate"], AllowedShare, 1),
            new(DisparateImpact, ["selection_rate"], FourFifths, 1),
            new("equal_opportunity", ["true_positive_rate"], AllowedShare, 1),
            new("equalised_odds", ["true_positive_rate", "false_positive_rate"], AllowedShare, 1),
            new("calibration", ["calibration"], AllowedShare, 1),
            new("error_gap", ["error"], AllowedShare, 1),
        ],
        ClassAnswers => [new("error_gap", [.. RowFigures.Of(answers).Select(figure => figure.Name).Where(name => name.StartsWith("error", StringComparison.Ordinal))], AllowedShare, 1)],
        NumberAnswers numbers when Deviation(numbers.Truth) is var unit && unit > 0 =>
        [
            new("residual_gap", ["residual"], AllowedDeviations, unit),
            new("error_gap", ["rmse"], AllowedDeviations, unit),
        ],
        _ => [],
    };

    private static double Deviation(double[] values)
    {
        var mean = values.DefaultIfEmpty().Average();
        return Math.Sqrt(values.DefaultIfEmpty().Average(value => (value - mean) * (value - mean)));
    }
}

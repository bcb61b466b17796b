using Modelwright.Stress.Perturbations.Numbers;
using Modelwright.Stress.Perturbations.Words;

namespace Modelwright.Stress.Perturbations;

/// <summary>The list of perturbations: the one existing file that a new perturbation edits.</summary>
public static class BuiltInPerturbations
{
    /// <summary>All, in the order in which reports show them.</summary>
    public static IReadOnlyList<IPerturbation> All { get; } =
    [
        new MissingValues(),
        new Outliers(),
        new Noise(),
        new UnitError("unit_thousand", "thousands for ones", 1000),
        new UnitError("unit_hundred", "cents for whole units of money", 100),
        new UnitError("unit_inch", "inches for centimetres", 1 / 2.54),
        new ExtremeNumbers(),
        new DecimalComma(),
        new Typos(),
        new LetterCase(),
        new WhiteSpace(),
        new UnseenLevels(),
        new SwappedLevels(),
        new TruncatedText(),
        new GarbledText(),
        new OtherDateFormat(),
        new ShiftedColumn(),
    ];
}

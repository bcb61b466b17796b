using Modelwright.Measures;
using Modelwright.Recording.Answering;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Validation.Answering;

namespace Modelwright.Validation.Calibrating;

/// <summary>
/// Chooses how probabilities are calibrated: each way is fitted on some folds and scored on the others, and the best is taken
/// where it is better than none by more than noise.
/// </summary>
internal static class CalibrationChoice
{
    /// <summary>Leaves the choice to the rows.</summary>
    public const string Auto = "auto";

    /// <summary>Leaves probabilities as they are.</summary>
    public const string None = "none";

    /// <summary>Standard errors by which a way must be better than none.</summary>
    private const double LeastErrors = 2;

    /// <summary>Under this many rows there is no choice to make: what is gained is noise.</summary>
    private const int FewestRows = 100;

    /// <summary>Under this many rows steps follow noise.</summary>
    private const int FewestForSteps = 1_000;

    /// <summary>Under this many rows for each class that is mapped, a map of each class follows noise; one for all together does not.</summary>
    private const int FewestOfClass = 25;

    /// <summary>What may be asked for.</summary>
    public static IReadOnlyList<string> Words { get; } = [Auto, None, .. CalibrationFit.Methods];

    /// <summary>Chooses and fits.</summary>
    /// <param name="answers">Out-of-fold answers.</param>
    /// <param name="folds">The fold of each.</param>
    /// <param name="told">One of <see cref="Words"/>.</param>
    /// <returns>The map, null where there is none; and what was tried.</returns>
    public static (ProbabilityMap? Map, IReadOnlyList<EvidenceCalibrationTrial> Tried) Choose(ClassAnswers answers, int[] folds, string told)
    {
        if (answers.Classes.Count < 2 || told == None || answers.Count == 0 || (told == Auto && answers.Count < FewestRows))
        {
            return (null, []);
        }

        if (told != Auto)
        {
            return (CalibrationFit.Fit(told, answers), []);
        }

        EvidenceCalibrationTrial[] tried = [.. CalibrationFit.Methods
            .Where(method => HasEnough(method, answers))
            .Select(method => Try(method, answers, folds))];
        var best = tried.Where(trial => trial.Gain > LeastErrors * trial.StandardError).MaxBy(trial => trial.Gain);
        return (best is null ? null : CalibrationFit.Fit(best.Method, answers), tried);
    }

    private static bool HasEnough(string method, ClassAnswers answers) => method switch
    {
        ProbabilityMap.Temperature => true,
        ProbabilityMap.Isotonic when answers.Count < FewestForSteps => false,
        _ => answers.Classes.Count == 2 || answers.Count >= FewestOfClass * answers.Classes.Count,
    };

    private static EvidenceCalibrationTrial Try(string method, ClassAnswers answers, int[] folds)
    {
        var gains = new double[answers.Count];
        OutOfFold.Cross(answers, folds, (some, _) => CalibrationFit.Fit(method, (ClassAnswers)some), (map, rows) => Gain(map, answers, rows, gains));
        var (total, sum, squares) = (0.0, 0.0, 0.0);
        for (var row = 0; row < gains.Length; row++)
        {
            total += answers.Weights?[row] ?? 1;
            sum += (answers.Weights?[row] ?? 1) * gains[row];
        }

        for (var row = 0; row < gains.Length; row++)
        {
            var part = (answers.Weights?[row] ?? 1) * (gains[row] - (sum / total));
            squares += part * part;
        }

        return new(method, sum / total, Math.Sqrt(squares) / total);
    }

    private static void Gain(ProbabilityMap map, ClassAnswers answers, int[] rows, double[] gains)
    {
        var before = (ClassAnswers)answers.Take(rows);
        var after = CalibrationFit.Apply(map, before);
        for (var place = 0; place < rows.Length; place++)
        {
            gains[rows[place]] = Loss(before, place) - Loss(after, place);
        }
    }

    private static double Loss(ClassAnswers answers, int row) =>
        -Math.Log(Math.Max(1e-15, answers.Probabilities[(row * answers.Classes.Count) + answers.Truth[row]]));
}

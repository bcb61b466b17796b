using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Recording;
using Modelwright.Recording.Answering;
using Modelwright.Validation.Schemes;

namespace Modelwright.Validation.Answering;

/// <summary>What keeps intervals from coming from the answers of fold models: whatever ships another model than their mean.</summary>
internal static class FoldIntervalFaults
{
    /// <summary>Intervals around the answer of the shipped model.</summary>
    public const string CrossConformal = "cross_conformal";

    /// <summary>Intervals from the answers of the fold models.</summary>
    public const string ByFolds = "cv_plus";

    /// <summary>More than these are numbered together where one is left out in turn (<see cref="Partition.FoldOf"/>).</summary>
    private const int MostFolds = 20;

    private const string Reason = $"Intervals by '{ByFolds}' come from one model for each of 2 to 20 folds, and the mean of those models is shipped";

    private const string Remedy = $", or leave out --intervals-by for '{CrossConformal}'.";

    private static readonly string[] Words = [CrossConformal, ByFolds];

    /// <summary>What can be told without looking at the data, each a sentence with its remedy.</summary>
    /// <param name="told">How answers are to be read.</param>
    /// <param name="scheme">How the run is validated.</param>
    /// <param name="folds">Number of folds that was told; null where none was.</param>
    /// <param name="isLimited">Whether anything is asked of the shipped model beside its score.</param>
    public static IEnumerable<string> Of(AnsweringPlan told, string scheme, int? folds, bool isLimited)
    {
        if (told.IntervalsBy is { } way && !Words.Contains(way))
        {
            yield return $"Intervals are made by one of: {string.Join(", ", Words)}.{NearestName.Suggest(way, Words)} Got '{way}'.";
        }

        if (!told.IsByFolds)
        {
            yield break;
        }

        if (Against(scheme) is { } why)
        {
            yield return $"{Reason}; validation '{scheme}' {why}. Choose --validation auto, holdout or nested{Remedy}";
        }

        if (folds is < 2 or > MostFolds)
        {
            yield return $"{Reason}, but --folds is {folds}. Name 2 to {MostFolds}{Remedy}";
        }

        if (isLimited)
        {
            yield return $"{Reason}, but --interpretable, --distill, --max-latency and --max-size ship members that are fitted once on all rows. Leave those out{Remedy}";
        }
    }

    /// <summary>Checks what only the columns can tell.</summary>
    /// <exception cref="OptionsException">The target has classes, or a column keeps the future out of training.</exception>
    public static void Check(TrainingPlan plan, Schema schema)
    {
        if (plan.Answering?.IsByFolds != true)
        {
            return;
        }

        if (!plan.Task.AnswersNumbers)
        {
            throw new OptionsException($"Intervals by '{ByFolds}' are around numbers, but the task is {plan.Task.ToString().ToLowerInvariant()}. Leave out --intervals-by; sets come with every model of classes.");
        }

        if (schema.WithRole(ColumnRole.Time).FirstOrDefault() is { } time)
        {
            throw new OptionsException($"{Reason}; column '{time.Name}' has the role time, so no model may be asked for the first rows. Give the column another role{Remedy}");
        }
    }

    private static string? Against(string scheme) => scheme switch
    {
        ValidationScheme.Repeated => "deals each row to several folds",
        ValidationScheme.LeaveOneOut => "makes a fold of each row or group",
        ValidationScheme.TimeForward => "has no model for the first rows",
        _ => null,
    };
}

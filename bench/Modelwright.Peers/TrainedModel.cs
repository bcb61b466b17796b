using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.LightGbm;

namespace Modelwright.Peers;

/// <summary>A package of one ensemble of trees, with the steps and the reading of answers that a training run gives it.</summary>
internal static class TrainedModel
{
    private const string OneFit = "whole";

    /// <summary>Steps as a person may name them: trees alone need none on these columns.</summary>
    internal const string Steps = "clip:fnlwgt,frequency:native-country(keep=yes),arithmetic:capital-gain/hours-per-week";

    /// <summary>Trains once to learn how the columns are read, and once more with so many trees, on all rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="options">How many trees and leaves.</param>
    internal static async Task<TrainingRun> TrainAsync(PeerRows rows, Options options)
    {
        var told = new Training(rows.Training, rows.Target) { Learners = new LearnerCatalog().AddLightGbm(), Trials = 1, Task = LearningTask.Classification, Steps = Steps };
        var plan = (await told.RunAsync().ConfigureAwait(false)).Plan;
        var decision = plan.Decision ?? throw new DataException("The plan of the run has no decision. Report this as a fault.");
        var member = decision.Members[0] with
        {
            Weight = 1,
            Parameters = [Settings(decision.Members[0].Parameters[0], options)],
        };
        return await (told with { Steps = null, Plan = plan with { Decision = decision with { Fit = OneFit, Members = [member], SecondLayer = null } } }).RunAsync().ConfigureAwait(false);
    }

    private static Dictionary<string, string> Settings(IReadOnlyDictionary<string, string> chosen, Options options) => new(chosen, StringComparer.Ordinal)
    {
        ["rounds"] = options.Trees.ToString(CultureInfo.InvariantCulture),
        ["leaves"] = options.Leaves.ToString(CultureInfo.InvariantCulture),
    };
}

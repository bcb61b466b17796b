using Modelwright.Core.Learning;

namespace Modelwright.Search.Ensembles;

/// <summary>
/// What a trial is chosen by. A setting that was tried on other folds too is chosen by the mean of what all its fits answered:
/// one partition of few rows says as much about itself as about the setting, and the luckiest of several trials of one setting is
/// not a better one. Trials of one setting are then alike, so only the first of them becomes a member.
/// </summary>
internal static class SettledAnswers
{
    /// <summary>One entry a trial: its own answers, or the mean of those of its setting.</summary>
    /// <param name="trials">Trials whose answers are for the same rows.</param>
    public static double[][] Of(IReadOnlyList<Trial> trials)
    {
        var settings = trials.ToLookup(SettingOf);
        var means = new Dictionary<(ILearner, string, string), double[]>();
        return [.. trials.Select(trial => settings[SettingOf(trial)].Skip(1).Any() ? Shared(trial) : trial.Predictions)];

        double[] Shared(Trial trial)
        {
            var setting = SettingOf(trial);
            return means.TryGetValue(setting, out var known) ? known : means[setting] = Mean([.. settings[setting].Select(other => other.Predictions)]);
        }
    }

    private static (ILearner Learner, string Values, string Features) SettingOf(Trial trial) =>
        (trial.Candidate.Learner, trial.Candidate.Values.ToString(), trial.Candidate.Features.Name);

    private static double[] Mean(double[][] answers)
    {
        var mean = new double[answers[0].Length];
        foreach (var those in answers)
        {
            for (var index = 0; index < mean.Length; index++)
            {
                mean[index] += those[index] / answers.Length;
            }
        }

        return mean;
    }
}

using System.CommandLine;
using Modelwright.Cli.Options;
using Modelwright.Recording.Answering;

namespace Modelwright.Cli.Verbs;

/// <summary>The options of 'train' that say how answers are read: calibration, decision, intervals and sets.</summary>
internal sealed class AnsweringOptions
{
    private readonly Option<string?> _calibration = Entry.Text("--calibration", "WAY", "How probabilities are made to come true as often as they say: auto, none, temperature, platt or isotonic. Default: auto, the best where it is better by more than noise.");
    private readonly Option<string?> _threshold = Entry.Text("--threshold-for", "METRIC", "For two classes: the metric that the threshold of the positive class is tuned for, such as f1 or balanced_accuracy. Default: the most probable class is answered.");
    private readonly Option<string?> _cost = Entry.Text("--cost", "FILE", "What answers cost, as {\"costs\": {\"truth\": {\"answer\": number}}}; the answer of the least expected cost is given.");
    private readonly Option<string?> _coverage = Entry.Text("--coverage", "SHARE", "How often prediction intervals and sets are to hold the truth. Default: 0.9.");

    private readonly Option<string?> _intervalsBy = Entry.Text("--intervals-by", "WAY", "How intervals of numbers are made: cross_conformal, around the answer, or cv_plus, from the answers of one model a fold, wider where those disagree. Default: cross_conformal.");

    /// <summary>Adds them to the verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { _calibration, _threshold, _cost, _coverage, _intervalsBy })
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>The training with what these options say.</summary>
    /// <param name="call">The call.</param>
    /// <param name="reader">Notes what is wrong.</param>
    /// <param name="training">What was told elsewhere.</param>
    public Training Apply(ParseResult call, CallReader reader, Training training)
    {
        var usual = AnsweringPlan.Usual;
        var told = new AnsweringPlan
        {
            Calibration = call.GetValue(_calibration) ?? usual.Calibration,
            ThresholdFor = call.GetValue(_threshold),
            Costs = call.GetValue(_cost) is { } path ? reader.Read(() => CostFile.Read(path)) : null,
            Coverage = reader.Read(call.GetValue(_coverage), text => Share.Parse(text, "--coverage", 0.5, 0.999)) ?? usual.Coverage,
            IntervalsBy = call.GetValue(_intervalsBy),
        };
        return training with { Answering = told == usual ? null : told };
    }
}

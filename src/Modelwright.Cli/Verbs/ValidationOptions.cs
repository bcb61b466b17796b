using System.CommandLine;
using Modelwright.Cli.Options;
using Modelwright.Recording;

namespace Modelwright.Cli.Verbs;

/// <summary>The options of 'train' that say how the run is validated.</summary>
internal sealed class ValidationOptions
{
    private readonly Option<string?> _scheme = Entry.Text("--validation", "SCHEME", "auto, holdout (rows are sealed), nested (every row scored by models that had not seen it), repeated (nested, folds dealt out several times), leave_one_out (very few rows or groups) or time_forward. Default: auto, by the size of the data.");
    private readonly Option<string?> _repeats = Entry.Text("--repeats", "N", "For --validation repeated: how many times folds are dealt out. Default: 3.");
    private readonly Option<string?> _gap = Entry.Text("--gap", "DISTANCE", "With --time: training ends at least this long before the test begins, such as 7d, 12h, 100rows, or a number where times are numbers.");
    private readonly Option<string?> _embargo = Entry.Text("--embargo", "DISTANCE", "With --time: the test begins at least this long after training ends; rows between are not scored.");

    private readonly Option<bool> _curve = Entry.Flag("--learning-curve", "Finds out whether more rows would help, by fits on growing parts of them; takes up to a sixth of the budget.");

    /// <summary>Adds them to the verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in new Option[] { _scheme, _repeats, _gap, _embargo, _curve })
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
        var usual = new ValidationPlan();
        var told = new ValidationPlan
        {
            Scheme = call.GetValue(_scheme) ?? usual.Scheme,
            Repeats = reader.Read(call.GetValue(_repeats), text => Whole.Parse(text, "--repeats", minimum: 2, 20)),
            Gap = call.GetValue(_gap),
            Embargo = call.GetValue(_embargo),
        };
        return training with { Validation = told == usual ? null : told, LearningCurve = call.GetValue(_curve) };
    }
}

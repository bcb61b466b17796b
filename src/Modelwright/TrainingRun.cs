using Modelwright.Core.Errors;
using Modelwright.Findings;
using Modelwright.Recording;
using Modelwright.Recording.Runs;
using Modelwright.Reports.Content;
using Modelwright.Reports.Pages;
using Modelwright.Runtime.Packaging;

namespace Modelwright;

/// <summary>What a training run leaves.</summary>
/// <param name="Package">The model with all that belongs to it, ready to be saved.</param>
/// <param name="Plan">The finished plan: repeating it on the same rows gives the same model id.</param>
/// <param name="Evidence">Every figure, with its interval and the rows it comes from.</param>
public sealed record TrainingRun(Package Package, TrainingPlan Plan, Evidence Evidence)
{
    /// <summary>The figure to quote: the main metric on the most trustworthy rows.</summary>
    public Figure Headline => Evidence.Figures[0];

    /// <summary>The same and more for people: what the data is, how good the model is and where it errs; see <see cref="Reports.Pages.ReportPage"/>.</summary>
    public required ReportDocument Report { get; init; }

    /// <summary>All trials, best first.</summary>
    public IReadOnlyList<LeaderboardEntry> Leaderboard => Evidence.Leaderboard;

    /// <summary>Whether it was stopped before its budget was spent.</summary>
    public bool Stopped => Evidence.Stopped;

    /// <summary>What a person should know, each a sentence with its remedy.</summary>
    public IReadOnlyList<string> Warnings => Evidence.Warnings;

    /// <summary>The id of the run in the store; null where it was not recorded.</summary>
    public string? RunId => Session?.Id;

    /// <summary>What could not be recorded in the store, each a sentence with its remedy; empty where all was, or nothing was to be.</summary>
    public IReadOnlyList<string> NotRecorded => Session?.Faults ?? [];

    /// <summary>The record of the run; null where none is kept.</summary>
    internal RunSession? Session { get; init; }

    /// <summary>Rows whose target looks wrong, the most doubtful first, at most 100; in no package, as they tell of single rows.</summary>
    public IReadOnlyList<SuspectRow> SuspectRows { get; init; } = [];

    /// <summary>Writes model.mw, report.html, card.md, report.json, evidence.json, labels.json (<see cref="SuspectRows"/>) and plan.json to a folder, which is made if it is not there.</summary>
    /// <param name="folder">The folder; files of these names in it are replaced.</param>
    /// <exception cref="OptionsException">The model holds training rows and the plan does not allow it; nothing is written.</exception>
    public void Save(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Directory.CreateDirectory(folder);
        if (Session is { IsResumed: true })
        {
            RunFolder.Sweep(folder);
        }

        Package.Save(Path.Combine(folder, "model.mw"));
        RunFolder.Write(folder, "plan.json", Documents.Write(Plan));
        RunFolder.Write(folder, "evidence.json", Documents.Write(Evidence));
        RunFolder.Write(folder, "report.html", ReportPage.Write(Report));
        RunFolder.Write(folder, "card.md", ModelCard.Write(Report, Evidence));
        RunFolder.Write(folder, "report.json", Documents.Write(Report));
        RunFolder.Write(folder, "labels.json", Documents.Write(SuspectRows));
        Saved(Path.Combine(folder, "model.mw"));
    }

    /// <summary>
    /// Says in the store that the run is done and where its package is, and takes its journal away; <see cref="Save"/> does it
    /// too. Nothing happens where the run is not recorded.
    /// </summary>
    /// <param name="package">Path of the package; null where it is no file.</param>
    public void Saved(string? package) => Session?.Saved(package is null ? null : Path.GetFullPath(package));
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Modelwright.Core.Learning;
using Modelwright.Studio.Pages;
using Modelwright.Studio.Serving;
using Modelwright.Studio.Trainings;
using Modelwright.Studio.Views;
using Modelwright.Tasks;

namespace Modelwright.Studio.Http;

/// <summary>Training on a file that is sent: what is in it, what to learn, how far it is, what came of it.</summary>
internal sealed class TrainPages(StudioOptions options, IServing serving, TrainingDesk desk, PageWriter writer, PageForms forms)
{
    private const string List = "/studio/train";
    private static readonly (string, string) Top = ("Train", List);

    internal IEnumerable<StudioRoute> Routes() =>
    [
        new("GET", List, StudioRole.None, ListAsync),
        new("POST", List, StudioRole.Manage, ReceiveAsync),
        new("GET", "/studio/train/{training}", StudioRole.Manage, ShowAsync),
        new("POST", "/studio/train/{training}/start", StudioRole.Manage, StartAsync),
        new("POST", "/studio/train/{training}/stop", StudioRole.Manage, StopAsync),
        new("POST", "/studio/train/{training}/remove", StudioRole.Manage, RemoveAsync),
        new("POST", "/studio/train/{training}/load", StudioRole.Manage, LoadAsync),
        new("GET", "/studio/train/{training}/report", StudioRole.Manage, context => RunPages.SendReportAsync(context, FileOf(context, "report.html"))),
        new("GET", "/studio/train/{training}/model.mw", StudioRole.Manage, PackageAsync),
    ];

    private Task ListAsync(HttpContext context) => ShowListAsync(context, null, 200);

    private Task ShowListAsync(HttpContext context, string? fault, int status) => writer.ShowAsync<TrainPage>(
        context,
        new("Train on a file", PageSection.Train, StudioCaller.Nobody, ""),
        status,
        ("Trainings", PageWriter.CallerOf(context).CanManage ? desk.All : []),
        ("CanTrain", options.Learners is not null),
        ("MostBytes", options.UploadBytes),
        ("Fault", fault));

    private async Task ReceiveAsync(HttpContext context)
    {
        if (options.Learners is null)
        {
            throw new PageFault(409, "Nothing can be trained here", "The server was started without learners. Start it by 'modelwright serve'.");
        }

        try
        {
            var received = await FileForm.ReceiveAsync(context, forms, desk, options.UploadBytes).ConfigureAwait(false);
            ModelPages.SeeOther(context, $"{List}/{received.Id}");
        }
        catch (Core.Errors.DataException cause)
        {
            await ShowListAsync(context, cause.Message, 400).ConfigureAwait(false);
        }
        catch (PageFault fault) when (fault.Status is 400 or 415 or 503 && fault.Title != PageForms.OutOfDate)
        {
            await ShowListAsync(context, fault.Message, fault.Status).ConfigureAwait(false);
        }
    }

    private Task ShowAsync(HttpContext context) => ShowAsync(context, Named(context), [], []);

    private Task ShowAsync(HttpContext context, TrainingView training, Dictionary<string, string> faults, IReadOnlyList<string> told) => writer.ShowAsync<TrainingPage>(
        context,
        new(training.File, PageSection.Train, StudioCaller.Nobody, "")
        {
            Above = [Top],
            Lead = $"{Texts.Bytes(training.Bytes)}, {Reports.Numbers.Count(training.Profile.Rows)} rows, {Reports.Numbers.Count(training.Profile.Columns.Count)} columns.",
            IsLive = training.Phase is TrainingPhase.Waiting or TrainingPhase.Running,
        },
        faults.Count > 0 ? 400 : 200,
        ("Training", training),
        ("Models", serving.Models),
        ("LongestBudget", options.LongestBudget),
        ("Faults", faults),
        ("Told", told));

    private async Task StartAsync(HttpContext context)
    {
        var form = await forms.ReadAsync(context).ConfigureAwait(false);
        var training = Named(context);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var order = OrderOf(form, training, faults, PageWriter.CallerOf(context).Name);
        if (faults.Count > 0)
        {
            await ShowAsync(context, training, faults, [PageForms.Text(form, "target"), PageForms.Text(form, "task"), PageForms.Text(form, "budget")]).ConfigureAwait(false);
            return;
        }

        desk.Start(training.Id, order);
        ModelPages.SeeOther(context, $"{List}/{training.Id}?done=started");
    }

    // All faults at once, each beside its field. Columns are named by their number, so that no name of a column is one of a form.
    private TrainingOrder OrderOf(IFormCollection form, TrainingView training, Dictionary<string, string> faults, string who)
    {
        var task = TaskOf(PageForms.Text(form, "task"), faults);
        var needsTarget = task is null || BuiltInTasks.Targetless.All(known => known.Task != task);
        var target = needsTarget ? ColumnOf(training, PageForms.Text(form, "target")) : null;
        if (needsTarget && target is null)
        {
            faults["target"] = "Choose the column to predict, or a task that needs none.";
        }

        string[] ignored = [.. form["ignore"].Select(word => ColumnOf(training, word)).OfType<string>().Where(name => name != target)];
        return new(target, task, BudgetOf(PageForms.Text(form, "budget"), faults), ignored, who);
    }

    private static LearningTask? TaskOf(string name, Dictionary<string, string> faults)
    {
        var chosen = BuiltInTasks.Names.Contains(name) ? LearningTask.Known.FirstOrDefault(known => known.Name == name) : null;
        if (name.Length > 0 && chosen is null)
        {
            faults["task"] = $"There is no task '{Texts.Clean(name, 40)}' that can be trained. Choose one of the list.";
        }

        return chosen;
    }

    private TimeSpan BudgetOf(string written, Dictionary<string, string> faults)
    {
        if (double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds >= 1 && seconds <= options.LongestBudget.TotalSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        faults["budget"] = string.Create(CultureInfo.InvariantCulture, $"The budget must be 1 to {options.LongestBudget.TotalSeconds:0} seconds. Got '{Texts.Clean(written, 40)}'. Give a number such as 60.");
        return TimeSpan.Zero;
    }

    private static string? ColumnOf(TrainingView training, string? place) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < training.Profile.Columns.Count ? training.Profile.Columns[number].Name : null;

    private async Task StopAsync(HttpContext context)
    {
        await forms.ReadAsync(context).ConfigureAwait(false);
        var training = Named(context);
        desk.Stop(training.Id);
        ModelPages.SeeOther(context, $"{List}/{training.Id}?done=stopping");
    }

    private async Task RemoveAsync(HttpContext context)
    {
        await forms.ReadAsync(context).ConfigureAwait(false);
        desk.Remove(Named(context).Id);
        ModelPages.SeeOther(context, $"{List}?done=removed");
    }

    private async Task LoadAsync(HttpContext context)
    {
        var form = await forms.ReadAsync(context).ConfigureAwait(false);
        var run = Named(context).Run ?? throw new PageFault(409, "There is no model yet", "Only a training that has ended with a model can be loaded.");
        RunPages.Load(context, serving, form, run.Package);
    }

    private async Task PackageAsync(HttpContext context)
    {
        var path = FileOf(context, "model.mw");
        if (path is null || !File.Exists(path))
        {
            PageFault.Absent("The package is not there: the training has no model, or its folder was moved or deleted.");
        }

        PageWriter.SetHeaders(context.Response, "default-src 'none'");
        context.Response.ContentType = "application/octet-stream";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"model.mw\"";
        await context.Response.SendFileAsync(path, context.RequestAborted).ConfigureAwait(false);
    }

    private string? FileOf(HttpContext context, string name) => Named(context).Folder is { } folder ? Path.Combine(folder, name) : null;

    private TrainingView Named(HttpContext context)
    {
        var found = desk.Find((string)context.Request.RouteValues["training"]!);
        if (found is null)
        {
            PageFault.Absent("The file or training is not here any more. It may have been removed, or the server was started anew.");
        }

        return found;
    }
}

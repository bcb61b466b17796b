using System.Globalization;
using Microsoft.AspNetCore.Http;
using Modelwright.Studio.Pages;
using Modelwright.Studio.Serving;
using Modelwright.Studio.Views;

namespace Modelwright.Studio.Http;

/// <summary>The form to try a prediction.</summary>
internal sealed class TryPages(IServing serving, PageWriter writer, PageForms forms)
{
    internal IEnumerable<StudioRoute> Routes() =>
    [
        new("GET", "/studio/models/{model}/try", StudioRole.Predict, FormAsync),
        new("POST", "/studio/models/{model}/try", StudioRole.Predict, AnswerAsync),
    ];

    private Task FormAsync(HttpContext context)
    {
        var model = ModelPages.Named(serving, context);
        var version = model.Version(context.Request.Query["version"]) ?? model.Version(model.Champion)!;
        var cells = context.Request.Query["example"] == "1" ? Example(version) : [];
        return ShowAsync(context, model, version, cells, null);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var form = await forms.ReadAsync(context).ConfigureAwait(false);
        var model = ModelPages.Named(serving, context);
        var version = model.Version(PageForms.Text(form, "version"))
            ?? throw new PageFault(409, "The version is not loaded any more", "It was let go since the page was made. Go back to the model and choose another.");

        // Fields are numbered, so that no name of a column is ever a name in a page.
        var cells = version.Columns.Select((column, place) => (column.Name, Text: PageForms.Text(form, string.Create(CultureInfo.InvariantCulture, $"column_{place}")))).ToDictionary(cell => cell.Name, cell => cell.Text, StringComparer.Ordinal);
        var tried = await Task.Run(() => serving.Try(model.Name, version.Name, cells, context.RequestAborted), context.RequestAborted).ConfigureAwait(false);
        await ShowAsync(context, model, version, cells, tried).ConfigureAwait(false);
    }

    private Task ShowAsync(HttpContext context, ServedModelView model, ServedVersionView version, Dictionary<string, string> cells, TriedRow? tried) => writer.ShowAsync<TryPage>(
        context,
        new($"Try {model.Name}", PageSection.Models, StudioCaller.Nobody, "") { Above = [("Models", "/"), (model.Name, $"/studio/models/{Texts.Part(model.Name)}")] },
        tried is null || tried.Answer is not null ? 200 : 400,
        ("Model", model),
        ("Version", version),
        ("Cells", cells),
        ("Tried", tried));

    private static Dictionary<string, string> Example(ServedVersionView version) => version.Columns.ToDictionary(
        column => column.Name,
        column => UsualValues.Example(column, version.Package.Baseline.Columns.FirstOrDefault(one => one.Name == column.Name)),
        StringComparer.Ordinal);
}

using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modelwright.Monitoring;
using Modelwright.Server.Faults;
using Modelwright.Server.Http;
using Modelwright.Server.Managing;
using Modelwright.Server.Security;
using Modelwright.Server.Traffic;
using RecordedDocuments = Modelwright.Recording.Documents;

namespace Modelwright.Server.Watching;

/// <summary>GET /models/MODEL/monitor: the last windows of a model with their findings, and where its figures are going; ?windows=N says how many.</summary>
internal sealed class MonitorRoute(ServerOptions options, ServedModels models, MonitoredModels monitored)
{
    private const int UsualWindows = 10;

    internal void Map(IEndpointRouteBuilder routes) => routes.Add("GET", "/models/{model}/monitor", RouteRole.Known, AnswerAsync);

    private async Task AnswerAsync(HttpContext context)
    {
        var model = models.Named(context);
        if (options.Monitoring is null)
        {
            throw RequestException.Of(409, "The models are not watched.", "The server was started without monitoring.", "Start it with --log and --monitor.");
        }

        var count = context.Request.Query["windows"] is not [{ } written] ? UsualWindows
            : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw JsonBody.Wrong($"The number of windows '{RequestFault.Shown(written)}' is none.", "Give a whole number above 0.");
        using var reply = JsonReply.Rent();
        Write(reply.Writer, model.Name, monitored.Of(model.Name).View, count);
        await reply.SendAsync(context).ConfigureAwait(false);
    }

    private static void Write(Utf8JsonWriter writer, string name, MonitorView view, int count)
    {
        writer.WriteStartObject();
        writer.WriteString("model", name);
        writer.WriteString("model_id", view.ModelId);
        writer.WritePropertyName("looked_at");
        writer.WriteRawValue(RecordedDocuments.Write(view.LookedAt));
        writer.WriteString("fault", view.Fault);
        writer.WriteBoolean("alarm", view.History.Windows is [.., var last] && last.HasAlarm);
        Write(writer, view.Reference);
        writer.WriteNumber("windows_in_all", view.History.Windows.Count);
        writer.WritePropertyName("windows");
        writer.WriteRawValue(RecordedDocuments.Write(view.History.Windows.TakeLast(count).ToArray()));
        writer.WritePropertyName("trends");
        writer.WriteRawValue(RecordedDocuments.Write(view.History.Trends));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, MonitorReference? reference)
    {
        writer.WritePropertyName("reference");
        if (reference is null)
        {
            writer.WriteNullValue();
            return;
        }

        reference.WriteSummary(writer);
    }
}

using System.Text.Json;
using Modelwright.Monitoring;
using Modelwright.Recording;
using Modelwright.Sources;

namespace Modelwright.Cli.Output.Watching;

/// <summary>The answer of 'monitor' for a program; its schema is docs/monitor.schema.json.</summary>
internal static class MonitorDocument
{
    /// <summary>Writes the properties of the document. A window stands in it as alerts carry it.</summary>
    public static void Write(Utf8JsonWriter writer, MonitorHistory history, MonitorReference reference, SourceReport source)
    {
        ProfileDocument.WriteSource(writer, source);
        writer.WriteString("model_id", reference.ModelId);
        writer.WriteBoolean("alarm", history.HasAlarm);
        writer.WritePropertyName("reference");
        reference.WriteSummary(writer);
        writer.WritePropertyName("windows");
        writer.WriteRawValue(Documents.Write(history.Windows));
        writer.WritePropertyName("trends");
        writer.WriteRawValue(Documents.Write(history.Trends));
    }
}

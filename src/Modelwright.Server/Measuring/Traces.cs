using System.Diagnostics;
using Modelwright.Server.Answers;

namespace Modelwright.Server.Measuring;

/// <summary>
/// The activities of the server, inside those of ASP.NET Core for its requests: 'modelwright.predict', '.infer', '.batch', '.labels', '.swap', '.monitor' and
/// '.retrain'. Tags name model and version, and count rows; none holds a value of a row. Null where nobody listens.
/// </summary>
internal static class Traces
{
    internal const string ModelTag = "modelwright.model.name";
    internal const string VersionTag = "modelwright.model.version";
    internal const string RowsTag = "modelwright.rows";

    /// <summary>Rows are answered.</summary>
    internal static Activity? Answer(string what, AnswerTarget target) => Begin(what, target.Model.Name, target.Version.Version);

    /// <summary>Something is done with a model.</summary>
    internal static Activity? Begin(string what, string model, string? version = null)
    {
        var activity = Telemetry.Source.StartActivity(what);
        activity?.SetTag(ModelTag, model);
        if (version is not null)
        {
            activity?.SetTag(VersionTag, version);
        }

        return activity;
    }
}

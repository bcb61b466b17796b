using Modelwright.Cli.Output.Models;
using Modelwright.Registry;

namespace Modelwright.Cli.Verbs.Models;

/// <summary>'models log': every change of a model.</summary>
internal sealed class ShowLog : ModelsAction
{
    /// <inheritdoc/>
    public override string Name => "log";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Arguments => ["NAME"];

    /// <inheritdoc/>
    public override ModelsAnswer Do(ModelsRequest asked, ModelRegistry registry)
    {
        var changes = registry.Log(asked.What);
        return new(console => ModelLogPage.Write(console, changes), writer => ModelsDocument.WriteLog(writer, changes));
    }
}

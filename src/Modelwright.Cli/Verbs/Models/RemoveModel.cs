using Modelwright.Cli.Output.Models;
using Modelwright.Registry;

namespace Modelwright.Cli.Verbs.Models;

/// <summary>'models remove': a version is taken out.</summary>
internal sealed class RemoveModel : ModelsAction
{
    /// <inheritdoc/>
    public override string Name => "remove";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Arguments => ["NAME@VERSION"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Options => ["--reason", "--by"];

    /// <inheritdoc/>
    public override ModelsAnswer Do(ModelsRequest asked, ModelRegistry registry)
    {
        var version = registry.Remove(asked.What, asked.By, asked.Reason);
        return new(console => VersionPage.WriteRemoved(console, version), writer => ModelsDocument.WriteVersion(writer, version));
    }
}

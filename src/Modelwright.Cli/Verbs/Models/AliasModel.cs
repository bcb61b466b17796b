using Modelwright.Cli.Output.Models;
using Modelwright.Registry;

namespace Modelwright.Cli.Verbs.Models;

/// <summary>'models alias': an alias is set, or taken away.</summary>
internal sealed class AliasModel : ModelsAction
{
    /// <inheritdoc/>
    public override string Name => "alias";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Arguments => ["NAME@VERSION", "ALIAS"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Options => ["--drop", "--by"];

    /// <inheritdoc/>
    public override ModelsAnswer Do(ModelsRequest asked, ModelRegistry registry)
    {
        var version = asked.Drop ? registry.RemoveAlias(asked.What, asked.Alias!, asked.By) : registry.SetAlias(asked.What, asked.Alias!, asked.By);
        return new(console => VersionPage.WriteAliased(console, version, asked.Alias!, asked.Drop), writer => ModelsDocument.WriteVersion(writer, version));
    }
}

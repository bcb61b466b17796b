using Modelwright.Cli.Output.Models;
using Modelwright.Registry;

namespace Modelwright.Cli.Verbs.Models;

/// <summary>'models get': the package of a version is written to a file.</summary>
internal sealed class GetModel : ModelsAction
{
    /// <inheritdoc/>
    public override string Name => "get";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Arguments => ["NAME@VERSION"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Options => ["--output"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needed => ["--output"];

    /// <inheritdoc/>
    public override ModelsAnswer Do(ModelsRequest asked, ModelRegistry registry)
    {
        var version = registry.CopyPackage(asked.What, asked.Output!);
        return new(console => VersionPage.WriteCopied(console, version, asked.Output!), writer => ModelsDocument.WriteVersion(writer, version));
    }
}

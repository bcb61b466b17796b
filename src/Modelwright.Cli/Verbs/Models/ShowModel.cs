using Modelwright.Cli.Output.Models;
using Modelwright.Registry;

namespace Modelwright.Cli.Verbs.Models;

/// <summary>'models show': a model with its versions, or one version with its figures.</summary>
internal sealed class ShowModel : ModelsAction
{
    /// <inheritdoc/>
    public override string Name => "show";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Arguments => ["NAME"];

    /// <inheritdoc/>
    public override ModelsAnswer Do(ModelsRequest asked, ModelRegistry registry)
    {
        if (asked.What.Contains('@', StringComparison.Ordinal))
        {
            var version = registry.Resolve(asked.What);
            return new(console => VersionPage.Write(console, version), writer => ModelsDocument.WriteVersion(writer, version));
        }

        var model = registry.Get(asked.What);
        return new(console => ModelsPage.WriteModel(console, model), writer => ModelsDocument.WriteModel(writer, model));
    }
}

using System.Text.Json.Nodes;
namespace Modelwright.Serving.Pages;
internal static class ServingPage { public static string Of(Dictionary<string, JsonObject> results) => ""; }

struct Recipe: Codable, Equatable {
    var ingredients: [String]
    var steps: [String]
}

/// Where the recipes are: a table, in a real function.
protocol RecipeStore: Sendable {
    /// The names of the recipes, of those with an ingredient if there is one.
    func names(with ingredient: String?) async -> [String]
    func recipe(named name: String) async -> Recipe?
    /// Whether there was none of that name.
    func put(_ recipe: Recipe, named name: String) async -> Bool
}

actor InMemoryRecipeStore: RecipeStore {
    private var recipes = [
        "crêpes": Recipe(
            ingredients: ["flour", "milk", "eggs"],
            steps: ["Whisk.", "Wait for an hour.", "Fry."]
        )
    ]

    func names(with ingredient: String?) -> [String] {
        recipes.filter { _, recipe in ingredient.map(recipe.ingredients.contains) ?? true }
            .keys.sorted()
    }

    func recipe(named name: String) -> Recipe? { recipes[name] }

    func put(_ recipe: Recipe, named name: String) -> Bool {
        recipes.updateValue(recipe, forKey: name) == nil
    }
}
